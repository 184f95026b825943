/** What an auction may do and when. The transitions stand here and nowhere else. */
@NullMarked
package energy.optibid.market.domain;

import org.jspecify.annotations.NullMarked;

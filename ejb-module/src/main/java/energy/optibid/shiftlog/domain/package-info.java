/** What makes a shift entry acceptable. */
@NullMarked
package energy.optibid.shiftlog.domain;

import org.jspecify.annotations.NullMarked;

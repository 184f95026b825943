/** What may be told, and how often. */
@NullMarked
package energy.optibid.errorreports.domain;

import org.jspecify.annotations.NullMarked;

/** The arithmetic of a sliding window. */
@NullMarked
package energy.optibid.ratelimit.domain;

import org.jspecify.annotations.NullMarked;

/** Tests of what others may call. */
@NullMarked
package energy.optibid.settlement;

import org.jspecify.annotations.NullMarked;

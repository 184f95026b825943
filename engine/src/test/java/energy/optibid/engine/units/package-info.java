/** Tests of the quantities: exactness and days on which clocks change. */
@NullMarked
package energy.optibid.engine.units;

import org.jspecify.annotations.NullMarked;

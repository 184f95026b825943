/** Tests of rule packs, the shipped one included. */
@NullMarked
package energy.optibid.engine.settlement;

import org.jspecify.annotations.NullMarked;

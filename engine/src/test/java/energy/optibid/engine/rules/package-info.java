/** Tests of rule packs, the shipped one included. */
@NullMarked
package energy.optibid.engine.rules;

import org.jspecify.annotations.NullMarked;

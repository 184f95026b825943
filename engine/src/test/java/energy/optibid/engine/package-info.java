/** Tests of the engine's structure. */
@NullMarked
package energy.optibid.engine;

import org.jspecify.annotations.NullMarked;

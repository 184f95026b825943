/**
 * Markets' own file formats, one package each. A format turns rows into the engine's values and
 * names every row it refuses.
 */
@NullMarked
package energy.optibid.engine.market;

import org.jspecify.annotations.NullMarked;

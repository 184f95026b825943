@NullMarked
package energy.optibid.engine.simulation.comparison;

import org.jspecify.annotations.NullMarked;

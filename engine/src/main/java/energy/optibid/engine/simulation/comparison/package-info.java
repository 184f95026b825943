/**
 * What days of a market look like in figures, so that simulated days can be held against real ones.
 * Statistics in floating point; nothing here is settled or cleared with.
 */
@NullMarked
package energy.optibid.engine.simulation.comparison;

import org.jspecify.annotations.NullMarked;

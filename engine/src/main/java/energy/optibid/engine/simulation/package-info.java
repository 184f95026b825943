/**
 * The simulated Indian exchange: participants whose curves follow season, hour, weather and
 * outages. Everything is drawn from a seed, so that the same day always has the same order book.
 */
@NullMarked
package energy.optibid.engine.simulation;

import org.jspecify.annotations.NullMarked;

/**
 * Stopping the trading of an asset, a trader or the whole organisation at once: nothing more goes
 * to a venue, and what is there and can be had back is withdrawn. Callers use {@link
 * energy.optibid.stops.TradingStops}.
 */
@NullMarked
package energy.optibid.stops;

import org.jspecify.annotations.NullMarked;

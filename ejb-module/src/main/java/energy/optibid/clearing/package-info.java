/**
 * Auction runs: the gate closes, the imported book and the own bids are cleared together by the
 * engine, and prices, flows, awards and their explanations are published at once. Callers use
 * {@link energy.optibid.clearing.ClearingRuns} and {@link energy.optibid.clearing.Awards}.
 */
@NullMarked
package energy.optibid.clearing;

import org.jspecify.annotations.NullMarked;

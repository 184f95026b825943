/**
 * How a whole auction clears: every period of it together with the orders that couple periods. An
 * {@link energy.optibid.engine.clearing.auction.AuctionProblem} goes in, an {@link
 * energy.optibid.engine.clearing.auction.AuctionResult} with its proof comes out. {@code search}
 * decides and prices, {@code proof} re-checks and shares no code with it.
 */
@NullMarked
package energy.optibid.engine.clearing.auction;

import org.jspecify.annotations.NullMarked;

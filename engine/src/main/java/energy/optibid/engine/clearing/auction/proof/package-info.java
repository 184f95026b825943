/**
 * The checks behind {@link energy.optibid.engine.clearing.auction.AuctionVerifier}: written from
 * the market rules, not from the search, and forbidden to use it. What a period must keep alone is
 * left to the checks of a single delivery block; here stands what couples periods and what other
 * networks ask.
 */
@NullMarked
package energy.optibid.engine.clearing.auction.proof;

import org.jspecify.annotations.NullMarked;

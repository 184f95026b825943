package energy.optibid.bidding;

import java.util.UUID;

/**
 * A version of a purchase that may be at its venue, with its prices.
 *
 * @param blockMinutes length of the auction's blocks
 */
public record VenuePurchase(UUID bidId, String marketCode, int blockMinutes, BidContent content) {}

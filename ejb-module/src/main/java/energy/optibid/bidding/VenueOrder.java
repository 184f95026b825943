package energy.optibid.bidding;

import energy.optibid.market.Auction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission as an exchange outside this installation is to get it.
 *
 * @param reference our name for it, the same in every attempt and of no other submission
 * @param replaces the submission the exchange holds of the same bid, whose place it takes; null
 *     where it holds none
 */
public record VenueOrder(
    UUID bidId,
    UUID submissionId,
    String reference,
    @Nullable UUID replaces,
    BidContent content,
    Auction auction) {}

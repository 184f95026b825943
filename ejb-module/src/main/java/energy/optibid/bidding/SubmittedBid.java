package energy.optibid.bidding;

import energy.optibid.shared.OrganizationId;
import java.util.UUID;

/**
 * A version of a bid as the venue holds it: what takes part in the auction.
 *
 * @param organization whose bid it is
 */
public record SubmittedBid(
    OrganizationId organization,
    UUID bidId,
    UUID submissionId,
    int versionNumber,
    BidContent content) {}

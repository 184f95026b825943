package energy.optibid.bidding;

import java.util.UUID;

/** A version of a bid as the venue holds it: what takes part in the auction. */
public record SubmittedBid(UUID bidId, UUID submissionId, int versionNumber, BidContent content) {}

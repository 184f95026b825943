package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidContent;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One immutable version of a bid.
 *
 * @param number 1, 2, 3 … in its bid
 * @param createdBy the user who wrote it
 */
public record BidVersion(
    int number, BidContent content, OffsetDateTime createdAt, UUID createdBy) {}

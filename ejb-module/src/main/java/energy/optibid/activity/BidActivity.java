package energy.optibid.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a bid.
 *
 * @param id of the event; newer ones are greater
 * @param at when
 * @param type what, for example {@code bid.submitted}, {@code award.published}, {@code
 *     standing.refused}
 * @param actor who; null for the platform itself, for example at clearing
 * @param actorName the person's name, where that person is still a member
 * @param auctionId in which auction
 * @param bidId null for a standing bid that could not be placed
 * @param assetId of that standing bid, otherwise null
 * @param versionNumber of the bid after it, null where no version is concerned
 * @param awardedMwh energy accepted over all blocks, MWh; only of awards
 * @param amount money of the award in {@code currency}, receiving is positive
 * @param reason a sentence; only of refusals
 */
public record BidActivity(
    UUID id,
    Instant at,
    String type,
    @Nullable UUID actor,
    @Nullable String actorName,
    UUID auctionId,
    @Nullable UUID bidId,
    @Nullable UUID assetId,
    @Nullable Integer versionNumber,
    @Nullable BigDecimal awardedMwh,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String reason) {}

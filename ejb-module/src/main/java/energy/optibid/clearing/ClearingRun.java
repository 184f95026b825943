package energy.optibid.clearing;

import energy.optibid.engine.rules.PriceDiscovery;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One clearing of an auction.
 *
 * @param number 1, 2, 3 … in its auction
 * @param jobId the job that runs it; null where an exchange's clock ran it
 * @param createdBy who asked for it; null where an exchange's clock did
 * @param welfare value of accepted buys minus cost of accepted sells over the day, in the auction's
 *     currency, rounded to its smallest unit; null before the end
 * @param ordersRead price–quantity steps that took part; null before the end
 * @param verified every block passed the verifier
 * @param violations broken rules the verifier found
 * @param engineMillis time spent in clearing and verifying; null before the end
 * @param bidsIncluded own bids that took part; null before the end and in a shared auction, where
 *     it would tell about others
 * @param search how the decisions about blocks were found; null where there were none
 * @param failure why it failed, a sentence
 * @param rulePack identity of the rule pack it was cleared under, {@code /rule-packs/{identity}};
 *     null before the end
 * @param priceSource whose algorithm found the prices: the exchange's or a coupling operator's
 */
public record ClearingRun(
    UUID id,
    UUID auctionId,
    int number,
    RunState state,
    @Nullable UUID jobId,
    OffsetDateTime createdAt,
    @Nullable UUID createdBy,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt,
    @Nullable BigDecimal welfare,
    @Nullable Long ordersRead,
    boolean verified,
    int violations,
    @Nullable Long engineMillis,
    @Nullable Integer bidsIncluded,
    @Nullable BlockSearch search,
    @Nullable String failure,
    @Nullable String rulePack,
    PriceDiscovery priceSource) {

  /** A run that was asked for and has not begun. */
  public static ClearingRun queued(
      UUID id,
      UUID auctionId,
      int number,
      @Nullable UUID jobId,
      OffsetDateTime createdAt,
      @Nullable UUID createdBy) {
    return new ClearingRun(
        id,
        auctionId,
        number,
        RunState.QUEUED,
        jobId,
        createdAt,
        createdBy,
        null,
        null,
        null,
        null,
        false,
        0,
        null,
        null,
        null,
        null,
        null,
        PriceDiscovery.EXCHANGE);
  }
}

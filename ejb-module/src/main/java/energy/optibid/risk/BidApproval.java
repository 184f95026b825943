package energy.optibid.risk;

import energy.optibid.bidding.BidDiff;
import energy.optibid.market.AuctionScope;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should know who decides about the newest version of a bid.
 *
 * @param writtenBy user who wrote it
 * @param ownBid the caller wrote it, and the policy wants somebody else to approve
 * @param comparedWith the version at the venue, else the last approved one; null where there is
 *     none
 * @param diff what changed since then; null where there is nothing to compare with
 * @param volumeMwh energy of this version
 * @param value sum of energy × |limit price| of this version, in currency
 * @param currency of the auction
 * @param limits every limit that applies, before and with this version
 * @param expected what its curves are worth at the latest known prices; null where none is known
 */
public record BidApproval(
    UUID bidId,
    String state,
    int versionNumber,
    UUID writtenBy,
    String writtenByName,
    OffsetDateTime writtenAt,
    boolean ownBid,
    @JsonbNillable @Nullable Integer comparedWith,
    @JsonbNillable @Nullable BidDiff diff,
    BigDecimal volumeMwh,
    BigDecimal value,
    String currency,
    List<LimitEffect> limits,
    @JsonbNillable @Nullable ExpectedValue expected) {
  public BidApproval {
    limits = List.copyOf(limits);
  }

  /**
   * A limit and what the version does to it.
   *
   * @param before used now, this bid's version at the venue included; null of a collar
   * @param after used once this version stands; null of a collar
   * @param percentBefore rounded down to two decimals; null as in {@link LimitUsage}
   * @param percentAfter rounded down to two decimals; null as in {@link LimitUsage}
   * @param exceeded the version could not be submitted now
   */
  public record LimitEffect(
      RiskLimit limit,
      @JsonbNillable @Nullable BigDecimal before,
      @JsonbNillable @Nullable BigDecimal after,
      @JsonbNillable @Nullable BigDecimal percentBefore,
      @JsonbNillable @Nullable BigDecimal percentAfter,
      boolean exceeded) {}

  /**
   * Money the curves would bring at known prices; receiving is positive. Block orders are left out.
   *
   * @param blocksPriced blocks of the bid with a known price
   * @param blocksUnknown blocks of the bid without one, which count nothing
   * @param prices where the prices come from, the latest first
   */
  public record ExpectedValue(
      BigDecimal amount, int blocksPriced, int blocksUnknown, List<KnownPrices> prices) {
    public ExpectedValue {
      prices = List.copyOf(prices);
    }
  }

  /**
   * Where prices come from.
   *
   * @param scope of the auction: a sandbox's own, or the shared exchange's past before it
   * @param source {@code cleared} by a run here or {@code published} by the market
   * @param session of the market's auctions of that day
   */
  public record KnownPrices(
      UUID auctionId,
      AuctionScope scope,
      String marketCode,
      String areaCode,
      LocalDate deliveryDay,
      int session,
      String source) {}
}

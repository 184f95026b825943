package energy.optibid.clearing;

import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one block of an own bid.
 *
 * @param acceptedMwh between 0 and what was offered
 * @param price the area's clearing price per MWh
 * @param amount price × accepted energy, receiving positive, rounded once, half-even, to the
 *     currency's smallest unit
 * @param status provisional or final
 * @param source simulated (cleared here) or exchange
 * @param carriedFrom the market the bid was placed in, whose auction left this unselected; missing
 *     where it was placed in this one
 * @param blockOrder the block order of the bid it is of; missing where it is of the bid's curve
 */
public record Award(
    UUID id,
    UUID runId,
    UUID bidId,
    UUID assetId,
    String areaCode,
    int block,
    OffsetDateTime startsAt,
    BidSide side,
    BigDecimal offeredMwh,
    BigDecimal acceptedMwh,
    BigDecimal price,
    BigDecimal amount,
    String currency,
    AwardReason reason,
    int revision,
    String status,
    String source,
    @Nullable String carriedFrom,
    @Nullable String blockOrder) {

  /** An award of a curve in the market its bid was placed in. */
  public Award(
      UUID id,
      UUID runId,
      UUID bidId,
      UUID assetId,
      String areaCode,
      int block,
      OffsetDateTime startsAt,
      BidSide side,
      BigDecimal offeredMwh,
      BigDecimal acceptedMwh,
      BigDecimal price,
      BigDecimal amount,
      String currency,
      AwardReason reason,
      int revision,
      String status,
      String source) {
    this(
        id,
        runId,
        bidId,
        assetId,
        areaCode,
        block,
        startsAt,
        side,
        offeredMwh,
        acceptedMwh,
        price,
        amount,
        currency,
        reason,
        revision,
        status,
        source,
        null,
        null);
  }
}

package energy.optibid.gateway;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/**
 * What a real exchange awarded of a bid in a delivery block, as last revised.
 *
 * @param block number of the delivery block
 * @param blockOrder the block order it is of; empty for the block's curve
 * @param offeredMw average MW offered or wanted at most
 * @param awardedMw average MW awarded, never more than offered; the side carries the sign
 * @param awardedMwh the same as energy of the block
 * @param price per MWh
 * @param revision rises with each result of the auction
 */
public record ExchangeAward(
    UUID auctionId,
    UUID bidId,
    UUID assetId,
    String areaCode,
    String side,
    int block,
    String blockOrder,
    OffsetDateTime startsAt,
    BigDecimal offeredMw,
    BigDecimal awardedMw,
    BigDecimal awardedMwh,
    BigDecimal price,
    String currency,
    int revision,
    Status status) {
  private static final int CENTS = 2;

  /** Energy of the block, buy-positive: a sale is negative. */
  public BigDecimal boughtMwh() {
    return side.equals("buy") ? awardedMwh : awardedMwh.negate();
  }

  /** What it earns or costs: receiving is positive; rounded once, half-even to the cent. */
  public BigDecimal amount() {
    return boughtMwh().negate().multiply(price).setScale(CENTS, RoundingMode.HALF_EVEN);
  }

  /** How far a result stands. */
  public enum Status {
    /** Told to the system operator, which has not decided about the corridors yet. */
    PROVISIONAL,
    FINAL,
    /** Cut by the system operator after it was final. */
    CURTAILED;

    /** The name used in the API, in files and in storage: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package energy.optibid.risk.domain;

import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Energy with what it is worth and can cost.
 *
 * @param volume MWh
 * @param value energy × |price|, in currency
 * @param loss energy × price of a purchase, energy × −price of a sale, where above zero
 */
record Weight(BigDecimal volume, BigDecimal value, BigDecimal loss) {
  static final Weight ZERO = new Weight(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  /** Exact for blocks of whole multiples of three minutes; else rounded up here. */
  private static final int SCALE = 13;

  /** Of power held for a block at a limit price. */
  static Weight of(BigDecimal megawatts, int blockMinutes, BigDecimal price, BidSide side) {
    BigDecimal volume =
        megawatts
            .multiply(BigDecimal.valueOf(blockMinutes))
            .divide(MINUTES_PER_HOUR, SCALE, RoundingMode.UP)
            .stripTrailingZeros();
    BigDecimal cost = side == BidSide.BUY ? price : price.negate();
    return new Weight(
        volume, volume.multiply(price.abs()), volume.multiply(cost.max(BigDecimal.ZERO)));
  }

  Weight plus(Weight other) {
    return new Weight(volume.add(other.volume), value.add(other.value), loss.add(other.loss));
  }

  /** Of each figure the larger. */
  Weight orMore(Weight other) {
    return new Weight(volume.max(other.volume), value.max(other.value), loss.max(other.loss));
  }
}

package energy.optibid.engine.market.gme;

import energy.optibid.engine.market.reading.Decimals;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * MWh of a period as written, turned into average power. The tidied files were written from binary
 * floating point, so 74.89999999999999 stands for 74.9: what lies within 10⁻⁹ MWh of a lot is that
 * lot, and is counted; anything further off is no quantity of this market.
 */
final class Quantities {
  private static final BigDecimal TOLERANCE_MWH = new BigDecimal("1e-9");
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

  private long normalised;

  long normalised() {
    return normalised;
  }

  /** Kilowatts of a short number that is a whole lot as written; empty says nothing about it. */
  OptionalLong whole(String megawattHours, AuctionRules rules) {
    OptionalLong scaled = Decimals.scaled(megawattHours, Power.SCALE);
    if (scaled.isEmpty()) {
      return scaled;
    }
    long minuteKilowatts = Math.multiplyExact(scaled.getAsLong(), 60);
    long perLot = rules.marketTimeUnit().toMinutes() * rules.quantityLot().kilowatts();
    return minuteKilowatts % perLot == 0
        ? OptionalLong.of(minuteKilowatts / rules.marketTimeUnit().toMinutes())
        : OptionalLong.empty();
  }

  /** The power of a quantity, or empty when it is not a multiple of the lot. */
  Optional<Power> power(BigDecimal megawattHours, AuctionRules rules) {
    BigDecimal minutes = BigDecimal.valueOf(rules.marketTimeUnit().toMinutes());
    BigDecimal periodsPerHour =
        MINUTES_PER_HOUR.divide(minutes, Power.SCALE, RoundingMode.UNNECESSARY);
    BigDecimal megawatts = megawattHours.multiply(periodsPerHour);
    BigDecimal lot = rules.quantityLot().toMegawatts();
    BigDecimal lots = megawatts.divide(lot, 0, RoundingMode.HALF_EVEN);
    BigDecimal nearest = lots.multiply(lot);
    BigDecimal offBy = megawatts.subtract(nearest).abs();
    if (offBy.compareTo(TOLERANCE_MWH.multiply(periodsPerHour)) > 0) {
      return Optional.empty();
    }
    normalised += offBy.signum() == 0 ? 0 : 1;
    return Optional.of(Power.ofMegawatts(nearest));
  }
}

package energy.optibid.clearing.domain;

import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** The engine's scaled numbers as decimals people read; nothing is rounded here. */
final class Figures {
  private static final int PRICE_DECIMALS = 2;

  private Figures() {}

  /** MWh without trailing zeros. */
  static BigDecimal mwh(Power power, Duration duration) {
    return mwh(power.during(duration));
  }

  static BigDecimal mwh(Energy energy) {
    return atLeast(energy.toMegawattHours(), 0);
  }

  /** Currency per MWh with two decimals, more only where the price has them. */
  static BigDecimal price(Price price) {
    return atLeast(price.toBigDecimal(), PRICE_DECIMALS);
  }

  /** Without trailing zeros. */
  static BigDecimal ratio(Ratio ratio) {
    return atLeast(ratio.toBigDecimal(), 0);
  }

  private static BigDecimal atLeast(BigDecimal value, int decimals) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < decimals
        ? stripped.setScale(decimals, RoundingMode.UNNECESSARY)
        : stripped;
  }
}

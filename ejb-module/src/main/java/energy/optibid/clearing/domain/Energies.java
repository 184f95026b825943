package energy.optibid.clearing.domain;

import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.time.Duration;

/** Stored energy as the average power it was made of; nothing is rounded here. */
public final class Energies {
  private static final long SECONDS_PER_HOUR = 3600;

  private Energies() {}

  /**
   * The power that gives an energy over a duration.
   *
   * @throws ArithmeticException if that is no whole number of kW
   */
  public static Power power(BigDecimal mwh, Duration duration) {
    BigDecimal megawattSeconds = mwh.multiply(BigDecimal.valueOf(SECONDS_PER_HOUR));
    return Power.ofMegawatts(megawattSeconds.divide(BigDecimal.valueOf(duration.toSeconds())));
  }
}

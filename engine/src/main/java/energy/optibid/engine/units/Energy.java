package energy.optibid.engine.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Energy, exact for any power in 10⁻³ MW held for whole seconds.
 *
 * @param kilowattSeconds the energy in kW·s (3,600,000 of them are one MWh)
 */
public record Energy(long kilowattSeconds) implements Comparable<Energy> {
  /**
   * Decimals of {@link #toMegawattHours()}: enough to be exact for blocks of 15, 30 or 60 minutes.
   */
  public static final int MEGAWATT_HOUR_SCALE = 9;

  static final BigDecimal KILOWATT_SECONDS_PER_MEGAWATT_HOUR = BigDecimal.valueOf(3_600_000);

  public static final Energy ZERO = new Energy(0);

  /**
   * MWh, rounded half-even to {@value #MEGAWATT_HOUR_SCALE} decimals (exact for 15, 30, 60
   * minutes).
   */
  public BigDecimal toMegawattHours() {
    return BigDecimal.valueOf(kilowattSeconds)
        .divide(KILOWATT_SECONDS_PER_MEGAWATT_HOUR, MEGAWATT_HOUR_SCALE, RoundingMode.HALF_EVEN);
  }

  public Energy plus(Energy other) {
    return new Energy(Math.addExact(kilowattSeconds, other.kilowattSeconds));
  }

  public Energy minus(Energy other) {
    return new Energy(Math.subtractExact(kilowattSeconds, other.kilowattSeconds));
  }

  @Override
  public int compareTo(Energy other) {
    return Long.compare(kilowattSeconds, other.kilowattSeconds);
  }

  @Override
  public String toString() {
    return toMegawattHours().stripTrailingZeros().toPlainString() + " MWh";
  }
}

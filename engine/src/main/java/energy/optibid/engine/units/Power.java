package energy.optibid.engine.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Average power over a delivery block, exact to 10⁻³ MW; the sign means what its owner says it
 * means.
 *
 * @param kilowatts the power in 10⁻³ MW
 */
public record Power(long kilowatts) implements Comparable<Power> {
  /** Decimals a power in MW carries. */
  public static final int SCALE = 3;

  public static final Power ZERO = new Power(0);

  /**
   * The power written in MW.
   *
   * @throws ArithmeticException if it has more than {@value #SCALE} decimals that are not zero
   */
  public static Power ofMegawatts(BigDecimal megawatts) {
    return new Power(
        megawatts.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
  }

  /** As {@link #ofMegawatts(BigDecimal)}, from decimal text such as {@code "12.5"}. */
  public static Power ofMegawatts(String megawatts) {
    return ofMegawatts(new BigDecimal(megawatts));
  }

  /** MW with exactly {@value #SCALE} decimals. */
  public BigDecimal toMegawatts() {
    return BigDecimal.valueOf(kilowatts, SCALE);
  }

  public Power plus(Power other) {
    return new Power(Math.addExact(kilowatts, other.kilowatts));
  }

  public Power minus(Power other) {
    return new Power(Math.subtractExact(kilowatts, other.kilowatts));
  }

  public Power negated() {
    return new Power(Math.negateExact(kilowatts));
  }

  /** The energy this power delivers when held for {@code duration}. */
  public Energy during(Duration duration) {
    return new Energy(Math.multiplyExact(kilowatts, duration.toSeconds()));
  }

  public boolean isZero() {
    return kilowatts == 0;
  }

  @Override
  public int compareTo(Power other) {
    return Long.compare(kilowatts, other.kilowatts);
  }

  @Override
  public String toString() {
    return toMegawatts().toPlainString() + " MW";
  }
}

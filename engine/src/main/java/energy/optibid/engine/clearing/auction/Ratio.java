package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of an order between nothing and all of it, exact to 10⁻⁶.
 *
 * @param millionths the share in 10⁻⁶
 */
public record Ratio(long millionths) implements Comparable<Ratio> {
  private static final int SCALE = 6;
  private static final long WHOLE = 1_000_000;

  public static final Ratio ZERO = new Ratio(0);
  public static final Ratio ONE = new Ratio(WHOLE);

  /**
   * @throws IllegalArgumentException unless the share is between 0 and 1
   */
  public Ratio {
    if (millionths < 0 || millionths > WHOLE) {
      throw new IllegalArgumentException(millionths + " millionths are no share of an order");
    }
  }

  /**
   * The share written as a decimal number such as {@code "0.745"}.
   *
   * @throws ArithmeticException if it has more than six decimals that are not zero
   */
  public static Ratio of(String share) {
    return new Ratio(
        new BigDecimal(share)
            .setScale(SCALE, RoundingMode.UNNECESSARY)
            .unscaledValue()
            .longValueExact());
  }

  /** This share of a quantity, rounded down to the lot: the one rounding point of a block. */
  public Power of(Power quantity, Power lot) {
    long exact = Math.multiplyExact(quantity.kilowatts(), millionths) / WHOLE;
    return new Power(exact / lot.kilowatts() * lot.kilowatts());
  }

  public boolean isZero() {
    return millionths == 0;
  }

  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(millionths, SCALE);
  }

  @Override
  public int compareTo(Ratio other) {
    return Long.compare(millionths, other.millionths);
  }

  @Override
  public String toString() {
    return toBigDecimal().toPlainString();
  }
}

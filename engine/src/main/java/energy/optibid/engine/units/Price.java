package energy.optibid.engine.units;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price per megawatt-hour, exact to 10⁻⁴ of the market's currency; may be negative.
 *
 * @param tenThousandths the price in 10⁻⁴ currency units per MWh
 */
public record Price(long tenThousandths) implements Comparable<Price> {
  /** Decimals a price carries. */
  public static final int SCALE = 4;

  /**
   * The price written as a decimal number of currency units per MWh.
   *
   * @throws ArithmeticException if it has more than {@value #SCALE} decimals that are not zero
   */
  public static Price of(BigDecimal perMegawattHour) {
    return new Price(
        perMegawattHour.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
  }

  /** As {@link #of(BigDecimal)}, from decimal text such as {@code "105.30"}. */
  public static Price of(String perMegawattHour) {
    return of(new BigDecimal(perMegawattHour));
  }

  /** Currency units per MWh, with exactly {@value #SCALE} decimals. */
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(tenThousandths, SCALE);
  }

  @Override
  public int compareTo(Price other) {
    return Long.compare(tenThousandths, other.tenThousandths);
  }

  @Override
  public String toString() {
    return toBigDecimal().toPlainString() + "/MWh";
  }
}

package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.ZoneOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How near computed zonal prices come to published ones, counted exactly. */
final class PriceMatch {
  /** Published prices are rounded to the cent, so half a cent is no difference. */
  static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  private int compared;
  private int exact;
  private int inInterval;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal largest = BigDecimal.ZERO;

  void compare(ZoneOutcome zone, BigDecimal published) {
    BigDecimal error = zone.price().toBigDecimal().subtract(published).abs();
    compared++;
    exact += error.compareTo(TOLERANCE) <= 0 ? 1 : 0;
    BigDecimal low = zone.low().toBigDecimal().subtract(TOLERANCE);
    BigDecimal high = zone.high().toBigDecimal().add(TOLERANCE);
    inInterval += published.compareTo(low) >= 0 && published.compareTo(high) <= 0 ? 1 : 0;
    sum = sum.add(error);
    largest = largest.max(error);
  }

  void add(PriceMatch other) {
    compared += other.compared;
    exact += other.exact;
    inInterval += other.inInterval;
    sum = sum.add(other.sum);
    largest = largest.max(other.largest);
  }

  int compared() {
    return compared;
  }

  int exact() {
    return exact;
  }

  int inInterval() {
    return inInterval;
  }

  /** Mean absolute error, half-even to four decimals; zero when nothing was compared. */
  BigDecimal meanError() {
    return compared == 0
        ? BigDecimal.ZERO
        : sum.divide(BigDecimal.valueOf(compared), 4, RoundingMode.HALF_EVEN);
  }

  BigDecimal largestError() {
    return largest.setScale(4, RoundingMode.HALF_EVEN);
  }
}

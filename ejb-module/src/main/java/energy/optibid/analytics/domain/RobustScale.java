package energy.optibid.analytics.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Median and distances from it of values of reference, exact. All distances are doubled, so that
 * none is a fraction.
 *
 * @param count how many values
 * @param twiceMedian twice their median
 * @param fourTimesMad four times the median of their distances from it
 * @param twiceTotal twice the sum of those distances
 */
record RobustScale(int count, long twiceMedian, long fourTimesMad, long twiceTotal) {
  private static final BigDecimal OF_MEDIAN = new BigDecimal("0.6745");
  private static final BigDecimal OF_MEAN = new BigDecimal("1.253314");
  private static final int DIGITS = 20;

  /** Of at least one value, in any order. */
  static RobustScale of(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    long twiceMedian = twiceMedian(sorted);
    long[] distances = new long[sorted.length];
    long total = 0;
    for (int i = 0; i < sorted.length; i++) {
      distances[i] = Math.abs(2 * sorted[i] - twiceMedian);
      total += distances[i];
    }
    Arrays.sort(distances);
    return new RobustScale(sorted.length, twiceMedian, twiceMedian(distances), total);
  }

  /**
   * The robust z-score as {@link energy.optibid.analytics.Anomaly} has it; none without scatter.
   */
  Optional<BigDecimal> score(long value) {
    BigDecimal away = BigDecimal.valueOf(2 * value - twiceMedian);
    if (fourTimesMad > 0) {
      return Optional.of(
          OF_MEDIAN
              .multiply(away)
              .multiply(BigDecimal.valueOf(2))
              .divide(BigDecimal.valueOf(fourTimesMad), DIGITS, RoundingMode.HALF_EVEN));
    }
    if (twiceTotal == 0) {
      return Optional.empty();
    }
    return Optional.of(
        away.multiply(BigDecimal.valueOf(count))
            .divide(
                OF_MEAN.multiply(BigDecimal.valueOf(twiceTotal)), DIGITS, RoundingMode.HALF_EVEN));
  }

  /**
   * The median.
   *
   * @param scale decimals of the values
   */
  BigDecimal median(int scale) {
    return BigDecimal.valueOf(twiceMedian, scale)
        .divide(BigDecimal.valueOf(2), scale, RoundingMode.HALF_EVEN);
  }

  private static long twiceMedian(long[] sorted) {
    int n = sorted.length;
    return sorted[(n - 1) / 2] + sorted[n / 2];
  }
}

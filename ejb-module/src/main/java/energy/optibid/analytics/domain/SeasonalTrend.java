package energy.optibid.analytics.domain;

import com.github.servicenow.ds.stats.stl.SeasonalTrendLoess;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a series should have been by its trend and its season: STL by Cleveland et al. (1990), with
 * 15 robustness iterations of one pass each, so that what stands out pulls neither.
 *
 * <p>The season is smoothed over 35 of its repetitions, flat within them. With the 7 that are usual
 * elsewhere it follows an outlier and hides it. The trend is smoothed over the width that the
 * authors give as the least, the low-pass filter over the next odd number after the season; every
 * smoother is worked out at each tenth of its width and drawn straight in between, which they
 * advise for speed.
 */
final class SeasonalTrend {
  private static final int SEASONAL_WIDTH = 35;

  /** How many robust standard deviations from its median a value may pull. */
  private static final double REACH = 6 * 1.4826;

  private SeasonalTrend() {}

  /**
   * The values, those far from the median of their place in the season drawn in to six robust
   * standard deviations (1.4826 × MAD). The first pass of STL is not robust: a spike of hundreds of
   * times the usual shifts its whole hour so far that the robust passes give up the hour instead of
   * the spike.
   */
  static double[] drawnIn(double[] values, int period) {
    double[] drawn = values.clone();
    for (int place = 0; place < period; place++) {
      int from = place;
      double[] sorted =
          IntStream.iterate(from, i -> i < values.length, i -> i + period)
              .mapToDouble(i -> values[i])
              .sorted()
              .toArray();
      double median = median(sorted);
      double[] distances =
          Arrays.stream(sorted).map(value -> Math.abs(value - median)).sorted().toArray();
      double reach = REACH * median(distances);
      for (int i = place; reach > 0 && i < values.length; i += period) {
        drawn[i] = Math.max(median - reach, Math.min(median + reach, values[i]));
      }
    }
    return drawn;
  }

  private static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /**
   * Trend plus season.
   *
   * @param values equally far apart, at least two seasons of them and better seven, none missing
   * @param period how many of them make a season, at least 2
   */
  static double[] expected(double[] values, int period) {
    int trendWidth = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / SEASONAL_WIDTH)));
    int lowPassWidth = odd(period + 1);
    SeasonalTrendLoess.Decomposition found =
        new SeasonalTrendLoess.Builder()
            .setPeriodLength(period)
            .setSeasonalWidth(SEASONAL_WIDTH)
            .setSeasonalDegree(0)
            .setSeasonalJump(tenth(SEASONAL_WIDTH))
            .setTrendWidth(trendWidth)
            .setTrendJump(tenth(trendWidth))
            .setLowpassWidth(lowPassWidth)
            .setLowpassJump(tenth(lowPassWidth))
            .setRobust()
            .buildSmoother(values)
            .decompose();
    double[] trend = found.getTrend();
    double[] seasonal = found.getSeasonal();
    double[] expected = new double[values.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = trend[i] + seasonal[i];
    }
    return expected;
  }

  private static int odd(int width) {
    return width % 2 == 0 ? width + 1 : width;
  }

  private static int tenth(int width) {
    return (width + 9) / 10;
  }
}

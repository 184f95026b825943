package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What prices say in numbers, of series the caller may see. Every method throws {@link
 * energy.optibid.shared.ProblemException} {@code validation_failed} for an unknown market and for a
 * span that is empty or longer than stated, with every fault at once; a series without prices gives
 * an empty answer.
 */
public interface PriceAnalytics {
  /** Most intervals of one answer: a year of quarter hours. */
  int MOST_INTERVALS = 36_000;

  /** Longest span of anything, in days. */
  int LONGEST_DAYS = 3_660;

  /** Longest span in which anomalies are looked for, in days. */
  int LONGEST_ANOMALY_DAYS = 366;

  /** Most edges of a histogram, and most quantiles. */
  int MOST_EDGES = 200;

  /**
   * The key figures of a delivery day, with the week before it for comparison.
   *
   * @param day null: the one that {@code now} belongs to in the market's time zone
   * @param now what has begun is told by it
   */
  Analysis<DayFigures> day(SeriesKey series, @Nullable LocalDate day, Instant now);

  /** First, highest, lowest, last and mean price, and volume, by interval in the order of time. */
  Analysis<List<PriceBucket>> buckets(SeriesKey series, Span span, Interval interval);

  /**
   * Histogram and quantiles.
   *
   * @param edges rising, in currency per MWh; may be empty
   * @param levels from 0 to 1; may be empty
   */
  Analysis<PriceDistribution> distribution(
      SeriesKey series, Span span, List<BigDecimal> edges, List<BigDecimal> levels);

  /** Standard deviation of the differences of consecutive prices, by interval. */
  Analysis<List<Volatility>> volatility(SeriesKey series, Span span, Interval interval);

  /** First minus second, by interval; both markets must have the same currency. */
  Analysis<List<Spread>> spread(SeriesKey first, SeriesKey second, Span span, Interval interval);

  /**
   * Over the whole span and over a window that rolls.
   *
   * @param window how many intervals it is long, at least 1 and at most 1,000
   */
  Analysis<Correlation> correlation(
      SeriesKey first, SeriesKey second, Span span, Interval interval, int window);

  /**
   * Prices and volumes out of the ordinary, and holes, in the order of time. By {@link
   * AnomalyRule.Method#STL} the series is laid on the market's clock; holes of at most six hours
   * are filled by a straight line, longer ones part it, and what is then shorter than {@link
   * AnomalyRule#FEWEST} seasons is not judged. {@code validation_failed} when that is all of its
   * prices.
   */
  Analysis<List<Anomaly>> anomalies(SeriesKey series, Span span, AnomalyRule rule);
}

package energy.optibid.analytics;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * When a block is out of the ordinary.
 *
 * @param threshold a robust z-score above it, either way, is an anomaly; 3.5 is the value of
 *     Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993)
 * @param windowDays how many days before the span are read for reference, too
 * @param season what repeats itself, for {@link Method#STL}; the other method has no use for it
 */
public record AnomalyRule(Method method, BigDecimal threshold, int windowDays, Season season) {
  /** Fewer values of reference, or seasons in a row, judge nothing. */
  public static final int FEWEST = 7;

  /** What the score is of. */
  public enum Method {
    /** The value itself, against those of the same time of day in the window before it. */
    ROBUST_Z,
    /**
     * What is left of it without trend and season: Cleveland et al., STL: A Seasonal-Trend
     * Decomposition Procedure Based on Loess, Journal of Official Statistics 6 (1990).
     */
    STL;

    /** The name used in the API: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How long it takes until prices repeat themselves, by the market's clock. */
  public enum Season {
    DAY(1),
    WEEK(7);

    private final int days;

    Season(int days) {
      this.days = days;
    }

    /** Its length in days. */
    public int days() {
      return days;
    }

    /** The name used in the API: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

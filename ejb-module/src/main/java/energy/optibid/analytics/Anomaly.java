package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something in a series that is out of the ordinary. Scored are, by {@link AnomalyRule.Method}, a
 * value against the values of the same time of the market's day in the days before it, or what
 * trend and season leave of a value against what they leave of all others. With the median M of the
 * reference and the median of the distances from it, MAD, the robust z-score is 0.6745 × (value −
 * M) ÷ MAD; where MAD is 0 it is (value − M) ÷ (1.253314 × mean distance), and where that is 0 too,
 * there is no judgement.
 *
 * @param start of the block, or of the hole, in the market's time zone
 * @param minutes how long it lasts
 * @param value price in currency per MWh, or volume in MW; null of a gap
 * @param usual the median of reference, or trend plus season, of the same unit; null of a gap
 * @param score the robust z-score, rounded half-even to 2 decimals; null of a gap
 */
public record Anomaly(
    Kind kind,
    OffsetDateTime start,
    long minutes,
    @Nullable BigDecimal value,
    @Nullable BigDecimal usual,
    @Nullable BigDecimal score) {

  /** What is out of the ordinary. */
  public enum Kind {
    PRICE,
    VOLUME,
    /** No price between two blocks that have one. */
    GAP;

    /** The name used in the API: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package energy.optibid.market;

import java.time.Duration;
import java.util.Locale;

/** How fine a series of prices is. Hours and days are those of the market's time zone. */
public enum PriceResolution {
  /** Each block of the market by itself. */
  BLOCK,
  HOUR,
  DAY;

  /** The name used in the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The finest that a span of quarter hours is legible in: a month, four months, anything else. */
  public static PriceResolution legible(Duration span) {
    if (span.compareTo(Duration.ofDays(31)) <= 0) {
      return BLOCK;
    }
    return span.compareTo(Duration.ofDays(124)) <= 0 ? HOUR : DAY;
  }
}

package energy.optibid.analytics;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a bucket is. Days and months are those of the market's time zone, with 23, 24 or 25
 * hours where its clocks change; hours and quarters begin on its clock's full hours and quarters.
 * Both hours of an autumn night that read the same are buckets of their own.
 */
public enum Interval {
  QUARTER_HOUR(Duration.ofMinutes(15)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  MONTH(Duration.ofDays(30));

  private final Duration about;

  Interval(Duration about) {
    this.about = about;
  }

  /** The name used in the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its length, of days and months the usual one. */
  public Duration about() {
    return about;
  }
}

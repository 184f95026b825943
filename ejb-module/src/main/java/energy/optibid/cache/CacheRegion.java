package energy.optibid.cache;

import java.time.Duration;
import java.util.Locale;

/** What is kept for the same time, which {@code optibid.cache.<slug>} changes. */
public enum CacheRegion {
  LATEST_PRICES(Duration.ofSeconds(60)),
  MARKET_DATA(Duration.ofSeconds(300)),
  HISTORY(Duration.ofSeconds(600)),
  SESSIONS(Duration.ofSeconds(3_600));

  private final Duration usualLifetime;

  CacheRegion(Duration usualLifetime) {
    this.usualLifetime = usualLifetime;
  }

  /** How long its values are kept unless set otherwise. */
  public Duration usualLifetime() {
    return usualLifetime;
  }

  /** Name in settings and keys. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

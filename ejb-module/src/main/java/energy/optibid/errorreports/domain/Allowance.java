package energy.optibid.errorreports.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * So many a minute, counted from the first one on; a storm of failures makes no storm of reports.
 */
public final class Allowance {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final Clock clock;
  private Instant since = Instant.MIN;
  private int taken;

  public Allowance(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Takes one, where one is left. */
  public synchronized boolean take() {
    Instant now = clock.instant();
    if (since.isBefore(now.minus(WINDOW))) {
      since = now;
      taken = 0;
    }
    if (taken >= perMinute) {
      return false;
    }
    taken++;
    return true;
  }
}

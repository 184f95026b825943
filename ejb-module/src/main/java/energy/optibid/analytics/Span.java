package energy.optibid.analytics;

import java.time.Duration;
import java.time.Instant;

/** The blocks that start in [from, to). */
public record Span(Instant from, Instant to) {

  /** How long it is; negative when its end is before its start. */
  public Duration length() {
    return Duration.between(from, to);
  }
}

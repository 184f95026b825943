package energy.optibid.gateway.domain;

import java.time.Duration;

/** When an exchange that does not answer is left alone, and how long failures wait. */
public final class CircuitRules {
  /** Failures one after the other that open the circuit. */
  public static final int OPENS_AFTER = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration FIRST_BREAK = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 10;

  private CircuitRules() {}

  /**
   * How long an exchange is left alone after so many failures; zero while the circuit is closed.
   */
  public static Duration breakAfter(int failures) {
    return failures < OPENS_AFTER ? Duration.ZERO : doubled(FIRST_BREAK, failures - OPENS_AFTER);
  }

  /** How long a message waits after so many failures of its own. */
  public static Duration pauseAfter(int failures) {
    return doubled(FIRST_PAUSE, Math.max(failures - 1, 0));
  }

  private static Duration doubled(Duration first, int times) {
    Duration pause = first.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}

package energy.optibid.outbox.domain;

import java.time.Duration;

/**
 * How often and when a delivery is tried.
 *
 * @param attempts failed attempts after which an event becomes a dead letter, at least 1
 * @param firstPause between the first failure and the second attempt; it doubles with each failure
 * @param longestPause the pause never grows beyond it
 * @param resendAfter when neither success nor failure was recorded by then, the delivery counts as
 *     lost on the way and is sent again
 */
public record RetryPolicy(
    int attempts, Duration firstPause, Duration longestPause, Duration resendAfter) {

  private static final int MOST_DOUBLINGS = 30;

  public RetryPolicy {
    if (attempts < 1
        || firstPause.isNegative()
        || longestPause.compareTo(firstPause) < 0
        || resendAfter.isNegative()
        || resendAfter.isZero()) {
      throw new IllegalArgumentException(
          "attempts %d, pauses %s to %s, re-sent after %s"
              .formatted(attempts, firstPause, longestPause, resendAfter));
    }
  }

  /** Whether nothing more is tried after so many failures. */
  public boolean givesUpAfter(int failures) {
    return failures >= attempts;
  }

  /** How long to wait after so many failures, the first one being 1. */
  public Duration pauseAfter(int failures) {
    long factor = 1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    if (firstPause.compareTo(longestPause.dividedBy(factor)) >= 0) {
      return longestPause;
    }
    return firstPause.multipliedBy(factor);
  }
}

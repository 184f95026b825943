package energy.optibid.ratelimit.domain;

import energy.optibid.ratelimit.Allowance;
import java.time.Duration;

/**
 * A sliding window by two fixed ones: of the requests of the window before, as much counts as the
 * sliding window still covers of it. Two numbers per requester, at most some percent off what a
 * list of all requests would say, and never an allowance twice as large at a border.
 *
 * @param current requests counted in the fixed window under way, this one included if allowed
 * @param previous requests of the fixed window before
 * @param elapsedMillis how much of the window under way has passed
 */
public record WindowCount(boolean allowed, long current, long previous, long elapsedMillis) {

  /** What counts at a moment; the same arithmetic as the script in Redis. */
  public static long used(long current, long previous, long elapsedMillis, long windowMillis) {
    return current + previous * (windowMillis - elapsedMillis) / windowMillis;
  }

  /** As the requester is told. */
  public Allowance of(long limit, Duration window) {
    long millis = window.toMillis();
    long remaining = Math.max(0, limit - used(current, previous, elapsedMillis, millis));
    return new Allowance(
        allowed,
        limit,
        remaining,
        Duration.ofMillis(remaining > 0 ? 0 : waitMillis(limit, millis)),
        Duration.ofMillis(resetMillis(millis)));
  }

  /** Until what counts, rounded down, has become nothing, if nobody calls meanwhile. */
  private long resetMillis(long millis) {
    if (current > 0) {
      return millis - elapsedMillis + fadedAt(current, millis);
    }
    return previous > 0 ? Math.max(0, fadedAt(previous, millis) - elapsedMillis) : 0;
  }

  /** When, within the next fixed window, so many requests of one come to less than one. */
  private static long fadedAt(long requests, long millis) {
    return millis - (millis - 1) / requests;
  }

  /** Until what counts has fallen below the limit, if nobody calls meanwhile. */
  private long waitMillis(long limit, long millis) {
    long rest = millis - elapsedMillis;
    if (current < limit) {
      // previous * (millis - t) / millis, rounded down, has to become limit - 1 - current
      return Math.max(1, rest - ((limit - current) * millis - 1) / Math.max(1, previous));
    }
    return rest + Math.max(1, millis - (limit * millis - 1) / current);
  }
}

package energy.optibid.ratelimit.adapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import energy.optibid.ratelimit.domain.WindowCount;
import java.time.Clock;
import java.time.Duration;

/** Counts in the memory of this node, for the requesters seen last. */
final class LocalRequestCounter implements RequestCounter {
  private static final int MOST_REQUESTERS = 100_000;

  private final Clock clock;
  private final Cache<String, Window> windows;

  LocalRequestCounter(Clock clock, Duration longestWindow) {
    this.clock = clock;
    this.windows =
        Caffeine.newBuilder()
            .maximumSize(MOST_REQUESTERS)
            .expireAfterAccess(longestWindow.multipliedBy(2))
            .build();
  }

  @Override
  public WindowCount take(String key, long limit, Duration window) {
    return windows.get(key, any -> new Window()).take(clock.millis(), limit, window.toMillis());
  }

  private static final class Window {
    private long number;
    private long current;
    private long previous;

    synchronized WindowCount take(long now, long limit, long millis) {
      long at = now / millis;
      if (at > number) {
        previous = at == number + 1 ? current : 0;
        current = 0;
        number = at;
      }
      long elapsed = Math.max(0, now - number * millis);
      boolean allowed = WindowCount.used(current, previous, elapsed, millis) < limit;
      if (allowed) {
        current++;
      }
      return new WindowCount(allowed, current, previous, elapsed);
    }
  }
}

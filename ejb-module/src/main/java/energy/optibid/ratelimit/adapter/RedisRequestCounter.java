package energy.optibid.ratelimit.adapter;

import energy.optibid.ratelimit.domain.WindowCount;
import energy.optibid.redis.Redis;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts in Redis, for all nodes: one script, which Redis runs as one step by its own time. Where
 * it does not answer, this node counts for itself.
 */
final class RedisRequestCounter implements RequestCounter {
  private static final String SCRIPT =
      """
      local window, limit, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
      if not now then
        local time = redis.call('TIME')
        now = time[1] * 1000 + math.floor(time[2] / 1000)
      end
      local at = math.floor(now / window)
      local kept = redis.call('HMGET', KEYS[1], 'n', 'c', 'p')
      local number, current, previous =
        tonumber(kept[1]) or 0, tonumber(kept[2]) or 0, tonumber(kept[3]) or 0
      if at > number then
        if at == number + 1 then previous = current else previous = 0 end
        current = 0
        number = at
      end
      local elapsed = math.max(0, now - number * window)
      local used = current + math.floor(previous * (window - elapsed) / window)
      local allowed = 0
      if used < limit then
        allowed = 1
        current = current + 1
        redis.call('HSET', KEYS[1], 'n', number, 'c', current, 'p', previous)
        redis.call('PEXPIRE', KEYS[1], 2 * window)
      end
      return {allowed, current, previous, elapsed}
      """;

  private final Redis redis;
  private final RequestCounter fallback;
  private final @Nullable Clock clock;

  RedisRequestCounter(Redis redis, RequestCounter fallback) {
    this(redis, fallback, null);
  }

  /**
   * @param clock instead of Redis's own time
   */
  RedisRequestCounter(Redis redis, RequestCounter fallback, @Nullable Clock clock) {
    this.redis = redis;
    this.fallback = fallback;
    this.clock = clock;
  }

  @Override
  public WindowCount take(String key, long limit, Duration window) {
    List<String> arguments =
        List.of(
            Long.toString(window.toMillis()),
            Long.toString(limit),
            clock == null ? "" : Long.toString(clock.millis()));
    return redis.callOr(
        commands -> {
          List<Long> count = commands.numbers(SCRIPT, List.of("rate:" + key), arguments);
          return new WindowCount(count.get(0) == 1, count.get(1), count.get(2), count.get(3));
        },
        () -> fallback.take(key, limit, window));
  }
}

package energy.optibid.ratelimit.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LocalRedis;
import energy.optibid.redis.adapter.RedisBench;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisRequestCounterIT extends RequestCounterContract {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  @TempDir private static Path folder;
  private static LocalRedis server = new LocalRedis(Path.of("target", "redis-counter"));

  private final RedisBench redis = new RedisBench(server.settings());
  private final RequestCounter local = new LocalRequestCounter(clock, WINDOW);
  private final RequestCounter counter = new RedisRequestCounter(redis.redis(), local, clock);

  @BeforeAll
  static void start() {
    server = new LocalRedis(folder);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Override
  RequestCounter counter() {
    return counter;
  }

  @Test
  void twoNodes_countTogether() {
    try (RedisBench other = new RedisBench(server.settings())) {
      RequestCounter there = new RedisRequestCounter(other.redis(), local, clock);
      for (int i = 0; i < 5; i++) {
        assertTrue(counter.take(key, 10, WINDOW).allowed());
        assertTrue(there.take(key, 10, WINDOW).allowed());
      }
      assertFalse(counter.take(key, 10, WINDOW).allowed());
      assertFalse(there.take(key, 10, WINDOW).allowed());
    }
  }

  @Test
  void byRedisOwnTime_itCountsToo() {
    RequestCounter byItsTime = new RedisRequestCounter(redis.redis(), local);
    assertEquals(1, byItsTime.take(key, 10, Duration.ofHours(1)).current());
    assertEquals(2, byItsTime.take(key, 10, Duration.ofHours(1)).current());
  }

  @Test
  void frozenRedis_theNodeCountsForItself() {
    server.process().freeze();
    try {
      assertTrue(counter.take(key, 1, WINDOW).allowed());
      assertFalse(counter.take(key, 1, WINDOW).allowed());
    } finally {
      server.process().thaw();
    }
    assertEquals(2, redis.fallbacks());
  }
}

package energy.optibid.cache.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheRegion;
import energy.optibid.local.LocalRedis;
import energy.optibid.redis.adapter.RedisBench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisCacheIT extends CacheContract {
  @TempDir private static Path folder;
  private static LocalRedis server = new LocalRedis(Path.of("target", "redis-cache"));

  private final RedisBench redis = new RedisBench(server.settings());
  private final RedisBench otherRedis = new RedisBench(server.settings());
  private final RedisCache cache = cache(redis, Map.of());
  private final RedisCache otherNode = cache(otherRedis, Map.of());

  @BeforeAll
  static void start() {
    server = new LocalRedis(folder);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void firstUse() {
    // a node's first use makes every value of before old
    text(cache, key(rival, "first"), () -> "");
    text(otherNode, key(rival, "first"), () -> "");
  }

  @AfterEach
  void close() {
    redis.close();
    otherRedis.close();
  }

  private static RedisCache cache(RedisBench redis, Map<String, String> settings) {
    CacheSettings read = new CacheSettings(name -> Optional.ofNullable(settings.get(name)));
    return new RedisCache(redis.redis(), new LocalCache(read, System::nanoTime), read);
  }

  @Override
  Cache cache() {
    return cache;
  }

  @Test
  void otherNode_findsTheValue_andHearsOfItsEnd() {
    text(cache, key(own, "a"), () -> "old");
    assertEquals("old", text(otherNode, key(own, "a"), () -> "new"));
    otherNode.invalidate(CacheRegion.HISTORY, own);
    assertEquals("new", text(cache, key(own, "a"), () -> "new"));
  }

  @Test
  void otherNode_waitsAMomentForWhatIsBeingLoaded() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () ->
                text(
                    cache,
                    key(own, "a"),
                    () -> {
                      loading.countDown();
                      RedisBench.pass(Duration.ofMillis(40));
                      return "first";
                    }));
    assertTrue(loading.await(10, TimeUnit.SECONDS));
    assertEquals("first", text(otherNode, key(own, "a"), () -> "second"));
    assertEquals("first", first.get(10, TimeUnit.SECONDS));
  }

  @Test
  void frozenRedis_costsNoMoreThanItsBudget_andNothingStaleComesBack() {
    text(cache, key(own, "a"), () -> "old");
    server.process().freeze();
    try {
      long start = System.nanoTime();
      assertEquals("loaded", text(cache, key(own, "a"), () -> "loaded"));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(took.toMillis() < 400, took.toString());
      cache.invalidate(CacheRegion.HISTORY, own);
      assertEquals("newer", text(cache, key(own, "a"), () -> "newer"));
    } finally {
      server.process().thaw();
    }
    assertTrue(redis.fallbacks() >= 2);
    // the value of before is still in Redis, and the node could not tell it of the invalidation
    assertEquals("newest", text(cache, key(own, "a"), () -> "newest"));
    assertEquals("newest", text(otherNode, key(own, "a"), () -> "stale"));
  }

  @Test
  void redisThatForgotAll_isUsedAgain() {
    text(cache, key(own, "a"), () -> "old");
    server.process().kill();
    try {
      assertEquals("loaded", text(cache, key(own, "a"), () -> "loaded"));
    } finally {
      server.start();
    }
    redis.reconnect();
    assertEquals("new", text(cache, key(own, "a"), () -> "new"));
    assertEquals("new", text(cache, key(own, "a"), () -> "newer"));
  }
}

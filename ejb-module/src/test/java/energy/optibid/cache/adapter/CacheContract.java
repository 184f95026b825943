package energy.optibid.cache.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheKey;
import energy.optibid.cache.CacheRegion;
import energy.optibid.cache.CacheScope;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every cache does, wherever it keeps its values. */
abstract class CacheContract {
  protected final CacheScope own = CacheScope.of(new OrganizationId(Ids.next()));
  protected final CacheScope rival = CacheScope.of(new OrganizationId(Ids.next()));

  abstract Cache cache();

  static CacheKey key(CacheScope scope, String name) {
    return new CacheKey(CacheRegion.HISTORY, scope, name);
  }

  static String text(Cache cache, CacheKey key, Supplier<String> loader) {
    return new String(
        cache.get(key, () -> loader.get().getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }

  @Test
  void keptValue_isNotLoadedAgain() {
    Cache.Figures before = cache().figures();
    assertEquals("first", text(cache(), key(own, "a"), () -> "first"));
    assertEquals("first", text(cache(), key(own, "a"), () -> "second"));
    assertEquals(before.misses() + 1, cache().figures().misses());
    assertEquals(before.hits() + 1, cache().figures().hits());
  }

  @Test
  void oneOrganisationNeverGetsAnothersValue() {
    text(cache(), key(own, "a"), () -> "own");
    assertEquals("rival", text(cache(), key(rival, "a"), () -> "rival"));
    assertEquals("everybody", text(cache(), key(CacheScope.EVERYBODY, "a"), () -> "everybody"));
  }

  @Test
  void invalidatedScope_isLoadedAnew_andNoOther() {
    text(cache(), key(own, "a"), () -> "old");
    text(cache(), key(own, "b"), () -> "old");
    text(cache(), key(rival, "a"), () -> "old");
    cache().invalidate(CacheRegion.HISTORY, own);
    assertEquals("new", text(cache(), key(own, "a"), () -> "new"));
    assertEquals("new", text(cache(), key(own, "b"), () -> "new"));
    assertEquals("old", text(cache(), key(rival, "a"), () -> "new"));
  }

  @Test
  void whatWasLoadingWhileItsScopeWasInvalidated_isNotKept() {
    String loaded =
        text(
            cache(),
            key(own, "a"),
            () -> {
              cache().invalidate(CacheRegion.HISTORY, own);
              return "old";
            });
    assertEquals("old", loaded);
    assertEquals("new", text(cache(), key(own, "a"), () -> "new"));
  }

  @Test
  void failedLoad_comesThrough_andNothingIsKept() {
    assertThrows(
        IllegalStateException.class,
        () ->
            text(
                cache(),
                key(own, "a"),
                () -> {
                  throw new IllegalStateException("no");
                }));
    assertEquals("value", text(cache(), key(own, "a"), () -> "value"));
  }

  @Test
  void ofManyAtOnce_oneLoads() throws Exception {
    AtomicInteger loads = new AtomicInteger();
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(19);
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<String>> answers = new ArrayList<>();
      answers.add(
          threads.submit(
              () ->
                  text(
                      cache(),
                      key(own, "a"),
                      () -> {
                        loads.incrementAndGet();
                        loading.countDown();
                        await(others);
                        return "value";
                      })));
      await(loading);
      for (int i = 0; i < 19; i++) {
        answers.add(
            threads.submit(
                () -> {
                  others.countDown();
                  return text(
                      cache(),
                      key(own, "a"),
                      () -> {
                        loads.incrementAndGet();
                        return "value";
                      });
                }));
      }
      for (Future<String> answer : answers) {
        assertEquals("value", answer.get(10, TimeUnit.SECONDS));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, loads.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

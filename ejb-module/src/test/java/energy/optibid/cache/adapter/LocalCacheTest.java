package energy.optibid.cache.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.cache.Cache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalCacheTest extends CacheContract {
  private final AtomicLong nanos = new AtomicLong();
  private final LocalCache cache =
      new LocalCache(new CacheSettings(name -> Optional.empty()), nanos::get);

  @Override
  Cache cache() {
    return cache;
  }

  @Test
  void value_isForgottenAfterItsTime() {
    text(cache, key(own, "a"), () -> "old");
    nanos.addAndGet(Duration.ofSeconds(599).toNanos());
    assertEquals("old", text(cache, key(own, "a"), () -> "new"));
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertEquals("new", text(cache, key(own, "a"), () -> "new"));
  }
}

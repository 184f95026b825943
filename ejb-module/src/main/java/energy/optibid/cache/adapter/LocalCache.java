package energy.optibid.cache.adapter;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheKey;
import energy.optibid.cache.CacheRegion;
import energy.optibid.cache.CacheScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A cache in the memory of this node. A value carries the number of invalidations its scope had
 * seen before it was loaded, so that one that was being loaded meanwhile is not kept for longer.
 */
final class LocalCache implements Cache {
  private final com.github.benmanes.caffeine.cache.Cache<CacheKey, Stamped> values;
  private final Map<Scoped, Long> invalidations = new ConcurrentHashMap<>();
  private final SingleFlight flights = new SingleFlight();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  LocalCache(CacheSettings settings, Ticker ticker) {
    values =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumWeight(settings.memoryBytes())
            .weigher((CacheKey key, Stamped value) -> key.name().length() + value.bytes().length)
            .expireAfter(
                Expiry.<CacheKey, Stamped>creating((key, value) -> settings.lifetime(key.region())))
            .build();
  }

  @Override
  public byte[] get(CacheKey key, Supplier<byte[]> loader) {
    Stamped kept = values.getIfPresent(key);
    if (kept != null && kept.invalidations() == invalidations(key)) {
      hits.increment();
      return kept.bytes();
    }
    return flights.get(key, () -> load(key, loader));
  }

  private byte[] load(CacheKey key, Supplier<byte[]> loader) {
    long before = invalidations(key);
    Stamped kept = values.getIfPresent(key);
    if (kept != null && kept.invalidations() == before) {
      hits.increment();
      return kept.bytes();
    }
    misses.increment();
    byte[] bytes = loader.get();
    values.invalidate(key);
    values.put(key, new Stamped(before, bytes));
    return bytes;
  }

  private long invalidations(CacheKey key) {
    return invalidations.getOrDefault(new Scoped(key.region(), key.scope()), 0L);
  }

  @Override
  public void invalidate(CacheRegion region, CacheScope scope) {
    invalidations.merge(new Scoped(region, scope), 1L, Long::sum);
  }

  @Override
  public Figures figures() {
    return new Figures(hits.sum(), misses.sum());
  }

  private record Scoped(CacheRegion region, CacheScope scope) {}

  private record Stamped(long invalidations, byte[] bytes) {}
}

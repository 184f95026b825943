package energy.optibid.cache.adapter;

import energy.optibid.cache.Cache;
import energy.optibid.redis.Redis;
import java.util.Optional;

/** Caches as the server makes them. */
public final class CacheBench {
  private static final CacheSettings USUAL = new CacheSettings(name -> Optional.empty());

  private CacheBench() {}

  public static Cache inMemory() {
    return new LocalCache(USUAL, System::nanoTime);
  }

  public static Cache in(Redis redis) {
    return new RedisCache(redis, new LocalCache(USUAL, System::nanoTime), USUAL);
  }
}

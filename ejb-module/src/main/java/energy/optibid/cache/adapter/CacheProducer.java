package energy.optibid.cache.adapter;

import com.github.benmanes.caffeine.cache.Ticker;
import energy.optibid.cache.Cache;
import energy.optibid.redis.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;

/** The cache of this installation: in Redis where it is on. */
@ApplicationScoped
public class CacheProducer {

  @Produces
  @ApplicationScoped
  @Typed(Cache.class)
  Cache cache(Redis redis, CacheSettings settings) {
    LocalCache local = new LocalCache(settings, Ticker.systemTicker());
    return redis.isOn() ? new RedisCache(redis, local, settings) : local;
  }
}

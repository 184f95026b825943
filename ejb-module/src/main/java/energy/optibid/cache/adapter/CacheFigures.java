package energy.optibid.cache.adapter;

import energy.optibid.cache.Cache;
import energy.optibid.redis.RedisFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** How often the cache had what was asked for. */
@ApplicationScoped
public class CacheFigures implements RedisFigures {
  private final Cache cache;

  @Inject
  public CacheFigures(Cache cache) {
    this.cache = cache;
  }

  @Override
  public Map<String, Long> figures() {
    Cache.Figures counted = cache.figures();
    return Map.of("cacheHits", counted.hits(), "cacheMisses", counted.misses());
  }
}

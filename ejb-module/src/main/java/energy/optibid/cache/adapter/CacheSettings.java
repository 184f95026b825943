package energy.optibid.cache.adapter;

import energy.optibid.cache.CacheRegion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * {@code optibid.cache.latest-prices}, {@code market-data}, {@code history} and {@code sessions}:
 * how long values are kept, ISO 8601; {@code memory-mib}: most MiB of them in a node's memory.
 */
@ApplicationScoped
public class CacheSettings {
  private final Map<CacheRegion, Duration> lifetimes = new EnumMap<>(CacheRegion.class);
  private final long memoryMib;

  @Inject
  public CacheSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  CacheSettings(Function<String, Optional<String>> config) {
    for (CacheRegion region : CacheRegion.values()) {
      String name = "optibid.cache." + region.slug();
      Duration lifetime = config.apply(name).map(Duration::parse).orElse(region.usualLifetime());
      if (lifetime.toMillis() < 1) {
        throw new IllegalArgumentException(name + " must be more than nothing.");
      }
      lifetimes.put(region, lifetime);
    }
    memoryMib = config.apply("optibid.cache.memory-mib").map(Long::valueOf).orElse(32L);
  }

  Duration lifetime(CacheRegion region) {
    return Objects.requireNonNull(lifetimes.get(region));
  }

  long memoryBytes() {
    return memoryMib * 1024 * 1024;
  }
}

package energy.optibid.market.adapter;

import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheKey;
import energy.optibid.cache.CacheRegion;
import energy.optibid.cache.CacheScope;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceCoverage;
import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.PriceSource;
import energy.optibid.market.PriceVersions;
import energy.optibid.market.domain.PriceSeriesBytes;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Series of prices, kept under the version of the prices they were made of: the database changes it
 * with every price it gets, in the same transaction, so a kept series is never older than it.
 */
@ApplicationScoped
@Typed(PriceCharts.class)
public class CachedPriceCharts implements PriceCharts {
  private final StoredPriceCharts stored;
  private final Cache cache;
  private final PriceVersions versions;

  @Inject
  public CachedPriceCharts(StoredPriceCharts stored, Cache cache, PriceVersions versions) {
    this.stored = stored;
    this.cache = cache;
    this.versions = versions;
  }

  @Override
  public List<PriceSeries> series(
      String marketCode,
      String area,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable PriceResolution resolution,
      @Nullable PriceSource source) {
    String name =
        String.join(
            "|",
            "series",
            marketCode,
            area,
            from.toInstant().toString(),
            to.toInstant().toString(),
            String.valueOf(resolution),
            String.valueOf(source),
            versions.of(marketCode));
    CacheKey key =
        new CacheKey(CacheRegion.HISTORY, CacheScope.of(Tenancy.require().organization()), name);
    byte[] bytes =
        cache.get(
            key,
            () ->
                PriceSeriesBytes.write(
                    stored.series(marketCode, area, from, to, resolution, source)));
    return PriceSeriesBytes.read(bytes);
  }

  @Override
  public List<PriceCoverage> coverage(@Nullable String marketCode) {
    return stored.coverage(marketCode);
  }
}

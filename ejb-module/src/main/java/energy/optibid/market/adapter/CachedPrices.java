package energy.optibid.market.adapter;

import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheKey;
import energy.optibid.cache.CacheRegion;
import energy.optibid.cache.CacheScope;
import energy.optibid.cache.RecordBytes;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceSource;
import energy.optibid.market.PriceVersions;
import energy.optibid.market.Prices;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prices of a range, kept under their version as {@link CachedPriceCharts} keeps series: what is
 * written late or corrected is in the next answer.
 */
@ApplicationScoped
@Typed(Prices.class)
public class CachedPrices implements Prices {
  private static final RecordBytes<PricePoint> POINTS = RecordBytes.of(PricePoint.class);

  private final StoredPrices stored;
  private final Cache cache;
  private final PriceVersions versions;

  @Inject
  public CachedPrices(StoredPrices stored, Cache cache, PriceVersions versions) {
    this.stored = stored;
    this.cache = cache;
    this.versions = versions;
  }

  @Override
  public void publishCleared(
      UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
    stored.publishCleared(auctionId, runId, priceSource, prices);
  }

  @Override
  public void keepCleared(
      UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
    stored.keepCleared(auctionId, runId, priceSource, prices);
  }

  @Override
  public List<AreaPrices> published(UUID auctionId) {
    return stored.published(auctionId);
  }

  @Override
  public List<AreaPrices> cleared(UUID auctionId) {
    return stored.cleared(auctionId);
  }

  @Override
  public List<PricePoint> between(
      String marketCode,
      @Nullable String area,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable PriceSource source,
      @Nullable UUID auctionId) {
    String name =
        String.join(
            "|",
            "prices",
            POINTS.shape(),
            marketCode,
            String.valueOf(area),
            from.toInstant().toString(),
            to.toInstant().toString(),
            String.valueOf(source),
            String.valueOf(auctionId),
            versions.of(marketCode));
    CacheKey key =
        new CacheKey(CacheRegion.HISTORY, CacheScope.of(Tenancy.require().organization()), name);
    return POINTS.readAll(
        cache.get(
            key,
            () -> POINTS.writeAll(stored.between(marketCode, area, from, to, source, auctionId))));
  }
}

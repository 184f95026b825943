package energy.optibid.analytics.adapter;

import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.domain.AnalysedPrices;
import energy.optibid.cache.Cache;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceVersions;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Analyses of the stored prices, kept while the prices stay as they are. */
@ApplicationScoped
public class StoredPriceAnalytics {

  @Produces
  @ApplicationScoped
  PriceAnalytics analytics(
      Transactions transactions,
      TenantConnections connections,
      ClickHouseService service,
      Markets markets,
      Cache cache,
      PriceVersions versions) {
    return new CachedPriceAnalytics(
        new AnalysedPrices(new EngineChoice(transactions, connections, service), markets),
        cache,
        versions);
  }
}

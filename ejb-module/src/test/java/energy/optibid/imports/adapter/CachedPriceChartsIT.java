package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.cache.Cache;
import energy.optibid.cache.adapter.CacheBench;
import energy.optibid.imports.Imports;
import energy.optibid.local.LocalRedis;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.redis.adapter.RedisBench;
import energy.optibid.shared.Caller;
import energy.optibid.testing.Tenants;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series from a cache are those of the database, whatever was written in between. */
class CachedPriceChartsIT {
  private static final Logger LOG = Logger.getLogger(CachedPriceChartsIT.class.getName());
  private static final OffsetDateTime DAY = OffsetDateTime.parse("2022-10-18T00:00+05:30");

  @TempDir private Path home;
  private ImportBench bench = new ImportBench(Path.of("target"));
  private final Cache cache = CacheBench.inMemory();

  @BeforeEach
  void importedDay() {
    bench = new ImportBench(home);
    bench.imported(Imports.IEX_FEED, new IexDay().feed());
  }

  private PriceCharts charts(Cache kept) {
    return MarketBench.cachedCharts(bench.transactions, kept);
  }

  private List<PriceSeries> series(Caller caller, PriceResolution resolution) {
    return ImportBench.as(
        caller,
        () -> charts(cache).series("iex-dam", "N1", DAY, DAY.plusDays(1), resolution, null));
  }

  private List<PriceSeries> stored(PriceResolution resolution) {
    return ImportBench.as(
        bench.caller,
        () ->
            MarketBench.charts(bench.transactions)
                .series("iex-dam", "N1", DAY, DAY.plusDays(1), resolution, null));
  }

  @Test
  void kept_itIsTheSameToTheDigit() {
    for (PriceResolution resolution : PriceResolution.values()) {
      assertEquals(stored(resolution), series(bench.caller, resolution));
      long hits = cache.figures().hits();
      assertEquals(stored(resolution), series(bench.caller, resolution));
      assertEquals(hits + 1, cache.figures().hits());
    }
  }

  @Test
  void writtenPrice_isSeenByTheNextQuestion() {
    BigDecimal before = series(bench.caller, PriceResolution.BLOCK).get(0).mean().get(0);
    String row =
        " where organization_id = '%s' and area = 'N1' and starts_at = '%s'"
            .formatted(bench.caller.organization(), DAY);
    bench.server.execute("update price set price = price + 1" + row);
    assertEquals(
        before.add(BigDecimal.ONE),
        series(bench.caller, PriceResolution.BLOCK).get(0).mean().get(0));
    bench.server.execute("delete from price" + row);
    assertEquals(95, series(bench.caller, PriceResolution.BLOCK).get(0).starts().size());
  }

  @Test
  void otherOrganisation_seesNothingOfIt_andKeepsItsOwnWhenThisOneImports() {
    series(bench.caller, PriceResolution.BLOCK);
    Caller rival = Tenants.create(bench.server);
    assertEquals(List.of(), series(rival, PriceResolution.BLOCK));
    bench.server.execute(
        "update price set price = price + 1 where organization_id = '%s'"
            .formatted(bench.caller.organization()));
    long hits = cache.figures().hits();
    assertEquals(List.of(), series(rival, PriceResolution.BLOCK));
    assertEquals(hits + 1, cache.figures().hits());
  }

  /** A year of quarter hours, as the chart of a year in blocks asks for it. */
  @Test
  void yearOfBlocks_comesFasterFromTheCache() {
    bench.server.execute(
        """
        do $$ begin for month in 0..12 loop
          perform ensure_price_partition((date '2022-10-01' + month * interval '1 month')::date);
        end loop; end $$;
        insert into price (organization_id, market_code, area, starts_at, duration_minutes, source,
          price, currency, price_source)
        select '%s', 'iex-dam', 'N1', timestamptz '2022-10-18T00:00+05:30' + b * interval '15 minutes',
          15, 'published', 3000 + (b %% 4000) + 0.25, 'INR', 'exchange'
        from generate_series(96, 35039) b"""
            .formatted(bench.caller.organization()));
    try (LocalRedis server = new LocalRedis(home.resolve("redis"))) {
      server.start();
      try (RedisBench redis = new RedisBench(server.settings())) {
        Duration database = median(() -> year(MarketBench.charts(bench.transactions)));
        Duration memory = median(() -> year(charts(cache)));
        Cache inRedis = CacheBench.in(redis.redis());
        Duration shared = median(() -> year(charts(inRedis)));
        LOG.log(
            Level.INFO,
            "a year of quarter hours: database {0}, memory {1}, Redis {2}",
            new Object[] {database, memory, shared});
        assertTrue(memory.multipliedBy(2).compareTo(database) < 0);
      }
    }
  }

  private List<PriceSeries> year(PriceCharts charts) {
    return ImportBench.as(
        bench.caller,
        () -> charts.series("iex-dam", "N1", DAY, DAY.plusDays(365), PriceResolution.BLOCK, null));
  }

  private static Duration median(Supplier<List<PriceSeries>> question) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      long start = System.nanoTime();
      assertEquals(35_040, question.get().get(0).starts().size());
      nanos.add(System.nanoTime() - start);
    }
    nanos.sort(null);
    return Duration.ofNanos(nanos.get(10));
  }
}

package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertFalse;

import energy.optibid.cache.Cache;
import energy.optibid.cache.CacheKey;
import energy.optibid.cache.CacheRegion;
import energy.optibid.cache.CacheScope;
import energy.optibid.cache.adapter.CacheBench;
import energy.optibid.imports.Imports;
import energy.optibid.local.LocalRedis;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceVersions;
import energy.optibid.market.Prices;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.redis.adapter.RedisBench;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the most frequent questions about markets cost the database, beside what a cache would cost
 * at the least: the look-up of the prices' version and of 8 KiB in Redis, without reading the
 * bytes.
 */
@Tag("benchmark")
class MarketReadsBenchmark {
  private static final OffsetDateTime DAY = OffsetDateTime.parse("2022-10-18T00:00+05:30");
  private static final int ROUNDS = 401;

  @TempDir private Path home;

  @Test
  void databaseAndCache() {
    ImportBench bench = new ImportBench(home);
    bench.imported(Imports.IEX_FEED, new IexDay().feed());
    Markets markets = MarketBench.markets(bench.transactions);
    BidAreas areas = MarketBench.areas(bench.transactions);
    PriceCharts charts = MarketBench.charts(bench.transactions);
    PriceVersions versions = MarketBench.versions(bench.transactions);
    Prices prices = MarketBench.prices(bench.transactions, event -> {});
    try (LocalRedis server = new LocalRedis(home.resolve("redis"))) {
      server.start();
      try (RedisBench redis = new RedisBench(server.settings())) {
        Cache cache = CacheBench.in(redis.redis());
        Map<String, Supplier<Object>> reads = new LinkedHashMap<>();
        reads.put("markets", markets::all);
        reads.put("operators", markets::operators);
        reads.put("areas of a market", () -> areas.of("iex-dam"));
        reads.put(
            "prices of a day, one area",
            () -> prices.between("iex-dam", "N1", DAY, DAY.plusDays(1), null, null));
        reads.put(
            "prices of a day, all areas",
            () -> prices.between("iex-dam", null, DAY, DAY.plusDays(1), null, null));
        for (var keeper : Map.of("memory", CacheBench.inMemory(), "Redis", cache).entrySet()) {
          Prices kept =
              MarketBench.cachedPrices(bench.transactions, event -> {}, keeper.getValue());
          reads.put(
              "one area, kept in " + keeper.getKey(),
              () -> kept.between("iex-dam", "N1", DAY, DAY.plusDays(1), null, null));
          reads.put(
              "all areas, kept in " + keeper.getKey(),
              () -> kept.between("iex-dam", null, DAY, DAY.plusDays(1), null, null));
        }
        reads.put("coverage", () -> charts.coverage(null));
        reads.put("version of a market's prices", () -> versions.of("iex-dam"));
        reads.put(
            "8 KiB from Redis",
            () ->
                cache.get(
                    new CacheKey(
                        CacheRegion.MARKET_DATA,
                        CacheScope.of(bench.caller.organization()),
                        "benchmark"),
                    () -> new byte[8_192]));
        for (var read : reads.entrySet()) {
          // one transaction, so that no connection is made anew: the server has a pool of them
          bench.transactions.callAs(
              bench.caller,
              () -> {
                System.out.printf("%-32s %8.2f ms%n", read.getKey(), median(read.getValue()));
                return true;
              });
        }
      }
    }
  }

  private static double median(Supplier<Object> read) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      Object found = read.get();
      nanos.add(System.nanoTime() - start);
      assertFalse(found.toString().isEmpty());
    }
    nanos.sort(null);
    return nanos.get(ROUNDS / 2) / 1e6;
  }
}

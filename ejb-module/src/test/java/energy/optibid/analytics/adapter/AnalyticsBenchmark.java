package energy.optibid.analytics.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.AnomalyRule.Method;
import energy.optibid.analytics.AnomalyRule.Season;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.domain.AnalysedPrices;
import energy.optibid.analytics.domain.FactEngines;
import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.cache.Cache;
import energy.optibid.cache.adapter.CacheBench;
import energy.optibid.local.LocalClickHouse;
import energy.optibid.local.LocalRedis;
import energy.optibid.market.PriceSource;
import energy.optibid.market.PriceVersions;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.redis.adapter.RedisBench;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every question to both engines and to the cache over ten million quarter hours of 40 areas (or as
 * many as {@code optibid.test.areas} says, at least 2), seven years, and what it costs to write
 * prices, to note their days, and to copy them. Ten million take some 4 GB of disk.
 */
@Tag("benchmark")
class AnalyticsBenchmark {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final int AREAS = Integer.getInteger("optibid.test.areas", 40);
  private static final int BLOCKS = 250_000;
  private static final Span ALL =
      new Span(Instant.parse("2018-01-01T00:00:00Z"), Instant.parse("2025-06-01T00:00:00Z"));
  private static final Span YEAR =
      new Span(Instant.parse("2023-12-31T23:00:00Z"), Instant.parse("2024-12-31T23:00:00Z"));
  private static final int ROUNDS = 5;

  private final Caller owner = Tenants.create(SERVER);

  @Test
  void tenMillionPrices() throws Exception {
    SERVER.execute(
        "select ensure_price_partition(m::date) from generate_series(date '2018-01-01',"
            + " date '2025-12-01', interval '1 month') m");
    List<String> areas = areas();
    int some = Math.max(1, AREAS / 10);
    report("writing prices, their days not noted", write(areas.subList(0, some), false), some);
    report(
        "writing prices and noting their days",
        write(areas.subList(some, AREAS), true),
        AREAS - some);
    SERVER.execute(
        "insert into price_day (organization_id, market_code, area, day) select distinct"
            + " organization_id, market_code, area, (starts_at at time zone 'UTC')::date from price"
            + " where organization_id = '%s' on conflict do nothing"
                .formatted(owner.organization()));
    SERVER.execute("analyze price");
    SERVER.execute("analyze price_day");
    try (LocalClickHouse server = new LocalClickHouse(Path.of("target", "clickhouse-benchmark"))) {
      server.start();
      Map<String, String> settings = new HashMap<>(server.settings());
      settings.put("optibid.clickhouse.query-timeout", "PT1M");
      settings.put("optibid.clickhouse.write-timeout", "PT1M");
      settings.put("optibid.clickhouse.batch-days", "2000");
      ClickHouseService service = CopiedFactsContract.service(settings);
      service.copy().prepare();
      long start = System.nanoTime();
      while (service.copy().copyOnce() > 0) {
        // until nothing waits
      }
      report("copying", System.nanoTime() - start, AREAS);
      compare(areas, service);
    }
  }

  private List<String> areas() {
    return SERVER
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.rows(
                    connection,
                    "select code from bid_area where market_code = ? order by code limit ?",
                    row -> row.getString(1),
                    GeneratedPrices.MARKET,
                    AREAS));
  }

  /** Nanoseconds it took, area by area, so that no statement holds millions of rows. */
  private long write(List<String> areas, boolean noted) {
    if (!noted) {
      SERVER.execute("alter table price disable trigger user");
    }
    long start = System.nanoTime();
    for (String area : areas) {
      SERVER.execute(
          ("insert into price (organization_id, market_code, area, starts_at, duration_minutes,"
                  + " source, price, currency, bought_mw) select '%s', '%s', '%s', timestamptz"
                  + " '2018-01-01Z' + b * interval '15 minutes', 15, 'published',"
                  + " round((random() * 300 - 50)::numeric, 2), 'EUR',"
                  + " round((random() * 9000)::numeric, 1) from generate_series(0, %d) b")
              .formatted(owner.organization(), GeneratedPrices.MARKET, area, BLOCKS - 1));
    }
    long took = System.nanoTime() - start;
    SERVER.execute("alter table price enable trigger user");
    return took;
  }

  private void compare(List<String> areas, ClickHouseService service) throws Exception {
    try (LocalRedis redis = new LocalRedis(Path.of("target", "redis-benchmark"))) {
      redis.start();
      try (RedisBench bench = new RedisBench(redis.settings())) {
        compare(areas, service, CacheBench.in(bench.redis()));
      }
    }
  }

  private void compare(List<String> areas, ClickHouseService service, Cache shared)
      throws Exception {
    PriceAnalytics postgres = of(PostgresFacts.of(TRANSACTIONS, TRANSACTIONS));
    PriceAnalytics clickHouse = of(ClickHouseFacts.of(service.client()));
    PriceVersions versions = MarketBench.versions(TRANSACTIONS);
    PriceAnalytics memory = new CachedPriceAnalytics(postgres, CacheBench.inMemory(), versions);
    PriceAnalytics inRedis = new CachedPriceAnalytics(postgres, shared, versions);
    SeriesKey one = key(areas.get(0));
    SeriesKey two = key(areas.get(1));
    Map<String, Function<PriceAnalytics, Object>> questions = new LinkedHashMap<>();
    questions.put("OHLC by hour, a year", a -> a.buckets(one, YEAR, Interval.HOUR));
    questions.put("OHLC by month, seven years", a -> a.buckets(one, ALL, Interval.MONTH));
    questions.put(
        "distribution, seven years",
        a ->
            a.distribution(
                one,
                ALL,
                List.of(BigDecimal.ZERO, new BigDecimal("100")),
                List.of(new BigDecimal("0.05"), new BigDecimal("0.5"), new BigDecimal("0.95"))));
    questions.put("volatility by day, a year", a -> a.volatility(one, YEAR, Interval.DAY));
    questions.put("spread by day, a year", a -> a.spread(one, two, YEAR, Interval.DAY));
    questions.put(
        "correlation over 30 days, seven years",
        a -> a.correlation(one, two, ALL, Interval.DAY, 30));
    questions.put("anomalies, a year", a -> a.anomalies(one, YEAR, rule(Method.ROBUST_Z)));
    questions.put("anomalies by STL, a year", a -> a.anomalies(one, YEAR, rule(Method.STL)));
    for (var question : questions.entrySet()) {
      Tenancy.callAs(
          owner,
          () -> {
            assertEquals(
                question.getValue().apply(postgres),
                question.getValue().apply(clickHouse),
                question.getKey());
            for (PriceAnalytics cached : List.of(memory, inRedis)) {
              assertEquals(
                  question.getValue().apply(postgres),
                  question.getValue().apply(cached),
                  question.getKey());
            }
            System.out.printf(
                "%-40s PostgreSQL %8.1f ms, ClickHouse %8.1f ms, kept in memory %6.1f ms,"
                    + " kept in Redis %6.1f ms%n",
                question.getKey(),
                median(() -> question.getValue().apply(postgres)),
                median(() -> question.getValue().apply(clickHouse)),
                median(() -> question.getValue().apply(memory)),
                median(() -> question.getValue().apply(inRedis)));
            return true;
          });
    }
  }

  private static PriceAnalytics of(PriceFacts facts) {
    return new AnalysedPrices(
        new FactEngines() {
          @Override
          public <T> Analysis<T> ask(
              List<SeriesKey> series, Span span, Function<PriceFacts, T> question) {
            return new Analysis<>(Engine.POSTGRESQL, question.apply(facts));
          }
        },
        new FewMarkets());
  }

  private static AnomalyRule rule(Method method) {
    return new AnomalyRule(method, BigDecimal.TEN, 28, Season.DAY);
  }

  private static SeriesKey key(String area) {
    return new SeriesKey(GeneratedPrices.MARKET, area, PriceSource.PUBLISHED, null);
  }

  private static double median(Supplier<Object> work) {
    List<Long> times = new ArrayList<>();
    Set<Object> results = new HashSet<>();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      results.add(work.get());
      times.add(System.nanoTime() - start);
    }
    assertEquals(1, results.size());
    return times.stream().sorted().toList().get(ROUNDS / 2) / 1e6;
  }

  private static void report(String what, long nanos, int areas) {
    long rows = (long) areas * BLOCKS;
    System.out.printf(
        "%-40s %,d rows in %.1f s, %,d a second%n",
        what, rows, nanos / 1e9, (long) (rows / (nanos / 1e9)));
  }
}

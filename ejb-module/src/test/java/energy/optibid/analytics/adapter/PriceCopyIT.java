package energy.optibid.analytics.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.PriceBucket;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.analytics.domain.AnalysedPrices;
import energy.optibid.local.LocalClickHouse;
import energy.optibid.market.PriceSource;
import energy.optibid.operations.Service.Condition;
import energy.optibid.operations.Service.State;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.SystemConnections;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that is behind, away, wrong or another one never gives a wrong answer. */
class PriceCopyIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();

  /** Empty, as the database is. */
  @TempDir static Path home = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static LocalClickHouse clickHouse;

  private static final YearMonth MAY = YearMonth.of(2024, 5);
  private static final Span SPAN =
      new Span(Instant.parse("2024-05-01T00:00:00Z"), Instant.parse("2024-05-04T00:00:00Z"));
  private static final SeriesKey BE =
      new SeriesKey(GeneratedPrices.MARKET, "BE", PriceSource.PUBLISHED, null);

  private final Caller owner = Tenants.create(SERVER);
  private final GeneratedPrices prices = new GeneratedPrices(TRANSACTIONS, owner, "BE", 7);
  private final ClickHouseService service = service(Map.of());
  private final PriceAnalytics analytics = analytics(service);

  @BeforeAll
  static void start() {
    clickHouse = new LocalClickHouse(home);
    clickHouse.start();
  }

  @AfterAll
  static void stop() {
    clickHouse.close();
  }

  private static ClickHouseService service(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(clickHouse.settings());
    settings.putAll(more);
    return CopiedFactsContract.service(settings);
  }

  private static PriceAnalytics analytics(ClickHouseService service) {
    return new AnalysedPrices(
        new EngineChoice(TRANSACTIONS, TRANSACTIONS, service), new FewMarkets());
  }

  @BeforeEach
  void writeThreeDays() {
    service.copy().prepare();
    prices.days("2024-05-01", 3).write();
  }

  private void copy() {
    while (service.copy().copyOnce() > 0) {
      // until nothing waits
    }
  }

  private Analysis<List<PriceBucket>> ask(PriceAnalytics asked) {
    try {
      return Tenancy.callAs(owner, () -> asked.buckets(BE, SPAN, Interval.HOUR));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCopyThatIsBehindIsNotAsked() {
    assertEquals(Engine.POSTGRESQL, ask(analytics).engine());
    copy();
    Analysis<List<PriceBucket>> before = ask(analytics);
    assertEquals(Engine.CLICKHOUSE, before.engine());
    assertTrue(before.result().size() > 60);

    prices.correct();
    Analysis<List<PriceBucket>> corrected = ask(analytics);
    assertEquals(Engine.POSTGRESQL, corrected.engine());
    copy();
    assertEquals(new Analysis<>(Engine.CLICKHOUSE, corrected.result()), ask(analytics));
  }

  @Test
  void aChangeThatDidNotHappenIsNotWaitedFor() {
    copy();
    assertThrows(
        IllegalStateException.class,
        () ->
            TRANSACTIONS.runAs(
                owner,
                () -> {
                  prices.correct();
                  throw new IllegalStateException("rolled back");
                }));
    assertEquals(Engine.CLICKHOUSE, ask(analytics).engine());
  }

  @Test
  void whileItIsAwayPostgresAnswersAndTheCopyWaits() {
    copy();
    Analysis<List<PriceBucket>> before = ask(analytics);
    clickHouse.process().kill();
    try {
      assertEquals(new Analysis<>(Engine.POSTGRESQL, before.result()), ask(analytics));
      prices.correct();
      assertThrows(ClickHouseException.class, () -> service.copy().copyOnce());
    } finally {
      clickHouse.start();
    }
    assertEquals(Engine.POSTGRESQL, ask(analytics).engine());
    copy();
    assertEquals(Engine.CLICKHOUSE, ask(analytics).engine());
  }

  /** The health of ClickHouse tells of ClickHouse alone. */
  @Test
  void whatPostgresRefuses_isNoFailureOfClickHouse() {
    AtomicBoolean away = new AtomicBoolean();
    SystemConnections postgres = SERVER.systemConnections();
    ClickHouseService watched =
        CopiedFactsContract.service(
            clickHouse.settings(),
            new SystemConnections() {
              @Override
              public <T extends @Nullable Object> T inTransaction(SqlFunction<Connection, T> work) {
                return postgres.inTransaction(
                    connection -> {
                      T result = work.apply(connection);
                      if (away.get()) {
                        throw new DatabaseException(new SQLException("away", "57P01"));
                      }
                      return result;
                    });
              }
            });
    PriceCopyLoop loop = new PriceCopyLoop(watched);
    assertEquals(Duration.ZERO, loop.once());
    prices.correct();
    away.set(true);
    assertEquals(Duration.ofSeconds(5), loop.once());
    assertEquals(Condition.UP, state(watched).state());
    assertEquals(0L, state(watched).figures().get("failures"));
    away.set(false);
    clickHouse.process().kill();
    try {
      assertEquals(Duration.ofSeconds(5), loop.once());
      assertEquals(Condition.DOWN, state(watched).state());
    } finally {
      clickHouse.start();
    }
  }

  private static State state(ClickHouseService service) {
    return service.guarded().state(service.figures());
  }

  @Test
  void aFrozenOneCostsAQuestionItsTimeAndNoMore() {
    copy();
    ClickHouseService impatient = service(Map.of("optibid.clickhouse.query-timeout", "PT0.3S"));
    clickHouse.process().freeze();
    try {
      long start = System.nanoTime();
      assertEquals(Engine.POSTGRESQL, ask(analytics(impatient)).engine());
      assertTrue(System.nanoTime() - start < 3_000_000_000L);
    } finally {
      clickHouse.process().thaw();
    }
  }

  @Test
  void aCopyThatOthersChangedIsFoundAndRepaired() {
    copy();
    assertEquals(0, service.reconciliation().reconcile(MAY).different());
    Analysis<List<PriceBucket>> right = ask(analytics);
    service
        .client()
        .run(
            "insert into %1$s select organization, market, area, source, start, auction, minutes,"
                    .formatted(service.client().table("price"))
                + " price + 1, volume, exchange, usual, deleted, version + 1000000 from %s final where"
                    .formatted(service.client().table("price"))
                + " organization = '%s' and intDiv(start, 86400) = %d"
                    .formatted(owner.organization(), SPAN.from().getEpochSecond() / 86_400));
    assertEquals(1, service.reconciliation().reconcile(MAY).different());
    assertEquals(Engine.POSTGRESQL, ask(analytics).engine());
    service.copy().prepare();
    copy();
    assertEquals(new Analysis<>(Engine.CLICKHOUSE, right.result()), ask(analytics));
    assertEquals(0, service.reconciliation().reconcile(MAY).different());
  }

  /** As after a restore of PostgreSQL: the copy has batches that were never sent. */
  @Test
  void aCopyThatIsAheadIsMadeAnew() {
    copy();
    SERVER.execute("select setval('price_copy_batch', 1)");
    service.copy().prepare();
    Analysis<List<PriceBucket>> right = ask(analytics);
    assertEquals(Engine.POSTGRESQL, right.engine());
    copy();
    assertEquals(new Analysis<>(Engine.CLICKHOUSE, right.result()), ask(analytics));
  }

  @Test
  void anotherCopyHasNothing() {
    copy();
    ClickHouseService empty = service(Map.of("optibid.clickhouse.database", "another"));
    empty.copy().prepare();
    try {
      assertEquals(Engine.POSTGRESQL, ask(analytics(empty)).engine());
    } finally {
      empty.client().run("drop database another");
      service.copy().prepare();
    }
    copy();
    assertEquals(Engine.CLICKHOUSE, ask(analytics).engine());
  }

  @Test
  void monthsThatTheCopyDropsAreAskedOfPostgres() {
    copy();
    ClickHouseService forgetful = service(Map.of("optibid.clickhouse.months", "1"));
    assertTrue(forgetful.copy().dropOldMonths() >= 1);
    assertEquals(Engine.POSTGRESQL, ask(analytics(forgetful)).engine());
    assertEquals(Engine.POSTGRESQL, ask(analytics).engine());
    copy();
    assertEquals(Engine.CLICKHOUSE, ask(analytics).engine());
  }
}

package energy.optibid.market.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Sql;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PriceTableIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final Caller CALLER = Tenants.create(SERVER);
  private static final String NOT_ALLOWED = "42501";

  @Test
  void theApplicationMakesPartitionsThroughTheFunctionOnly() {
    assertEquals("price_2031_02", text("select ensure_price_partition(date '2031-02-14')"));
    assertEquals("price_2031_02", text("select ensure_price_partition(date '2031-02-28')"));
    assertEquals(
        NOT_ALLOWED,
        refused(
            "create table price_own partition of price"
                + " for values from ('2031-03-01Z') to ('2031-04-01Z')"));
    assertEquals(NOT_ALLOWED, refused("alter table price disable row level security"));
    assertEquals(NOT_ALLOWED, refused("drop table price_2031_02"));
    assertEquals(NOT_ALLOWED, refused("select auction_table('price_2031_02')"));
    assertEquals("23514", refused("select ensure_price_partition(date '1800-01-01')"));
  }

  /** A clearing and an import may be the first of a month at the same moment. */
  @Test
  void thoseWhoNeedANewMonthAtOnceAllGetIt() throws Exception {
    int writers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      for (int month = 0; month < 24; month++) {
        LocalDate day = LocalDate.of(2040, 1, 1).plusMonths(month);
        CyclicBarrier together = new CyclicBarrier(writers);
        List<Future<String>> made = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
          made.add(
              threads.submit(
                  () -> {
                    together.await();
                    return text("select ensure_price_partition(date '" + day + "')");
                  }));
        }
        for (Future<String> partition : made) {
          assertEquals("price_%tY_%<tm".formatted(day), partition.get());
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void everyPartitionForcesItsOwnPolicies() {
    text("select ensure_price_partition(date '2031-05-01')");
    assertEquals(
        "true",
        text(
            "select bool_and(relrowsecurity and relforcerowsecurity)::text from pg_class"
                + " where relname = 'price' or relname like 'price\\_____\\___'"));
  }

  /**
   * Of four writers at once none waits for another, and readers see each commit as a new version.
   */
  @Test
  void writersOfAMarketDoNotWaitForEachOtherAndEachMakesANewVersion() throws Exception {
    text("select ensure_price_partition(date '2031-07-01')");
    List<String> versions = new ArrayList<>(List.of(version()));
    List<Connection> writers = new ArrayList<>();
    try {
      for (int block = 0; block < 4; block++) {
        Connection writer = SERVER.owner().getConnection();
        writers.add(writer);
        writer.setAutoCommit(false);
        Sql.change(writer, "set local lock_timeout = '2s'");
        for (int area = 0; area < 2; area++) {
          Sql.change(
              writer,
              "insert into price (source, market_code, area, starts_at, duration_minutes, price,"
                  + " currency, fed_at) values ('published', 'ibex', ?, ?, 15, 1, 'EUR', now())",
              "area " + block + area,
              OffsetDateTime.parse("2031-07-01T00:00Z").plusMinutes(15L * block));
        }
        assertEquals(versions.get(versions.size() - 1), version());
      }
      for (int last = writers.size() - 1; last >= 0; last--) {
        writers.get(last).commit();
        versions.add(version());
      }
    } finally {
      for (Connection writer : writers) {
        writer.close();
      }
      SERVER.execute("delete from price where market_code = 'ibex'");
    }
    assertEquals(versions.size(), Set.copyOf(versions).size(), versions::toString);
    assertEquals("1", text("select count(*)::text from price_version where market_code = 'ibex'"));
  }

  private static String version() {
    StoredPriceVersions versions = new StoredPriceVersions(TRANSACTIONS, TRANSACTIONS);
    return TRANSACTIONS.callAs(CALLER, () -> versions.of("ibex"));
  }

  @Test
  void aPriceOfAnotherOrganisationCannotBeWritten() {
    text("select ensure_price_partition(date '2031-06-01')");
    for (String table : List.of("price", "price_2031_06")) {
      assertEquals(
          NOT_ALLOWED,
          refused(
              "insert into %s (organization_id, auction_id, market_code, area, starts_at,"
                      .formatted(table)
                  + " duration_minutes, source, price, currency) values ('"
                  + UUID.randomUUID()
                  + "', '"
                  + UUID.randomUUID()
                  + "', 'gme-mgp', 'NORD', '2031-06-05Z', 60, 'cleared', 1, 'EUR')"));
    }
  }

  private static String text(String query) {
    return TRANSACTIONS.callAs(
        CALLER,
        () ->
            TRANSACTIONS.withConnection(
                connection -> Sql.first(connection, query, row -> row.getString(1)).orElseThrow()));
  }

  private static String refused(String statement) {
    return assertThrows(
            DatabaseException.class,
            () ->
                TRANSACTIONS.callAs(
                    CALLER,
                    () ->
                        TRANSACTIONS.withConnection(
                            connection -> {
                              try (var run = connection.createStatement()) {
                                return run.execute(statement);
                              }
                            })))
        .sqlState();
  }
}

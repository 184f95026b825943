package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.shared.Sql;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Waiting;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A million prices through Kafka into the database, against a raw COPY of the same rows into a
 * table with the same columns, partitions and indexes, in the same run.
 */
@Tag("benchmark")
class FeedRateIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final int ROWS = Integer.getInteger("rows", 1_000_000);

  private static final Instant FIRST = Instant.parse("2050-01-01T18:30:00Z");
  private static final String FED = "2026-06-30T12:00:00Z";

  /** Half of a raw COPY is what two free cores reach; a busy machine gets less. */
  private static final double LEAST = 0.3;

  private static final int ROUNDS = Integer.getInteger("rounds", 3);

  /** A price of the run: days after days, in each the areas side by side. */
  private record Row(String area, Instant start, String price) {}

  private static List<String> areas() {
    return SERVER
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.rows(
                    connection,
                    "select code from bid_area where market_code = 'iex-dam' order by code",
                    row -> row.getString(1)));
  }

  private static Row row(List<String> areas, int number) {
    int block = number / areas.size();
    return new Row(
        areas.get(number % areas.size()),
        FIRST.plus(Duration.ofMinutes(15L * block)),
        (2_000 + number % 6_000) + "." + number % 100);
  }

  @Test
  void aMillionPrices() throws Exception {
    List<String> areas = areas();
    double best = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      SERVER.execute("delete from price where fed_at is not null and starts_at >= '" + FIRST + "'");
      SERVER.execute("vacuum price");
      double copied = copy(areas);
      double fed = feed(areas);
      best = Math.max(best, fed / copied);
      System.out.printf(
          "FIGURE round %d: %,.0f rows/s through Kafka, %,.0f rows/s by raw COPY: %.0f %%%n",
          round, fed, copied, 100 * fed / copied);
    }
    assertTrue(best >= LEAST, "only " + best + " of a raw COPY");
  }

  private static double feed(List<String> areas) {
    KafkaSettings settings = TestBroker.KRAFT.settings();
    Senders sender = Senders.of(settings);
    for (int number = 0; number < ROWS; number++) {
      Row row = row(areas, number);
      sender.send(
          settings.topics().marketFeed(),
          row.area(),
          "{\"marketCode\":\"iex-dam\",\"area\":\"%s\",\"startsAt\":\"%s\",\"price\":%s,\"at\":\"%s\"}"
              .formatted(row.area(), row.start(), row.price(), FED));
    }
    sender.flush();
    long start = System.nanoTime();
    try (FeedNode node = new FeedNode(settings, SERVER).start()) {
      Waiting.until(
          "all are stored", Duration.ofMinutes(5), () -> node.figure("feedPricesStored") == ROWS);
      double seconds = (System.nanoTime() - start) / 1e9;
      assertEquals(0, node.figure("feedDeadLetters"));
      return ROWS / seconds;
    }
  }

  private static double copy(List<String> areas) throws Exception {
    SERVER.execute("drop table if exists raw_price");
    SERVER.execute(
        "create table raw_price (like price including all) partition by range (starts_at)");
    LocalDate month = LocalDate.of(2050, 1, 1);
    for (int i = 0; i < 60; i++) {
      SERVER.execute(
          "create table raw_price_%d partition of raw_price for values from ('%sZ') to ('%sZ')"
              .formatted(i, month.plusMonths(i), month.plusMonths(i + 1)));
    }
    StringBuilder rows = new StringBuilder();
    for (int number = 0; number < ROWS; number++) {
      Row row = row(areas, number);
      rows.append("iex-dam\t")
          .append(row.area())
          .append('\t')
          .append(row.start())
          .append("\t15\tpublished\t")
          .append(row.price())
          .append("\tINR\t")
          .append(FED)
          .append('\n');
    }
    try (Connection connection = SERVER.owner().getConnection()) {
      long start = System.nanoTime();
      Sql.copy(
          connection,
          "copy raw_price (market_code, area, starts_at, duration_minutes, source, price,"
              + " currency, fed_at) from stdin",
          rows);
      return ROWS / ((System.nanoTime() - start) / 1e9);
    }
  }
}

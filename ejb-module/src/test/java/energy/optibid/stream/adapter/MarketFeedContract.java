package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.market.PriceSource;
import energy.optibid.market.PriceTick;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.SystemConnections;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import energy.optibid.testing.Waiting;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prices on their way from a real broker into the database, each test in days of its own. */
abstract class MarketFeedContract {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final AtomicInteger TESTS = new AtomicInteger();
  private static final String MARKET = "iex-dam";
  private static final Duration BLOCK = Duration.ofMinutes(15);
  private static final Instant FED = Instant.parse("2026-06-30T12:00:00Z");

  private static final int DAYS = 60;
  private static final int MOST_BLOCKS = DAYS * 96;

  private final Instant first =
      Instant.parse("2027-01-01T18:30:00Z")
          .plus(Duration.ofDays((long) DAYS * TESTS.getAndIncrement()));

  abstract TestBroker broker();

  @Test
  void theNewestWordOnABlockStandsAndIsTold() {
    KafkaSettings settings = broker().settings();
    Queue<PriceTick> told = new ConcurrentLinkedQueue<>();
    try (FeedNode node = new FeedNode(settings, SERVER)) {
      node.ticks().onTick(tick -> told.add(tick.tick()));
      node.start();
      send(settings, price("N1", 0, "4100.5", FED));
      send(settings, price("N1", 1, "4200", FED));
      Waiting.until("both are told", () -> told.size() == 2);
      send(settings, price("N1", 0, "4000", FED.minusSeconds(1)));
      send(settings, price("N1", 1, "4250.75", FED.plusSeconds(1)));
      send(settings, price("N1", 1, "4200", FED));
      Waiting.until("the correction is told", () -> told.size() == 3);
      awaitRead(settings, 5);
    }
    assertEquals(List.of("4100.5", "4250.75"), stored("N1"));
    assertEquals(3, told.size());
    assertEquals(new BigDecimal("4250.75"), List.copyOf(told).get(2).price());
  }

  @Test
  void everyOrganisationSeesAFedPriceInItsPricesAndCharts() {
    KafkaSettings settings = broker().settings();
    send(settings, price("N1", 0, "4100.5", FED));
    try (FeedNode node = new FeedNode(settings, SERVER).start()) {
      Waiting.until("it is stored", () -> node.figure("feedPricesStored") == 1);
    }
    Caller caller = Tenants.create(SERVER);
    LocalTransactions transactions = SERVER.transactions();
    OffsetDateTime from = first.atOffset(ZoneOffset.UTC);
    transactions.runAs(
        caller,
        () -> {
          var points =
              MarketBench.prices(transactions, new PostgresOutbox(transactions))
                  .between(MARKET, "N1", from, from.plusHours(1), null, null);
          assertEquals(1, points.size());
          assertEquals(new BigDecimal("4100.5"), points.get(0).price());
          assertEquals(PriceSource.PUBLISHED, points.get(0).source());
          var series =
              MarketBench.charts(transactions)
                  .series(MARKET, "N1", from, from.plusHours(1), null, null);
          assertEquals(1, series.size());
          assertTrue(
              MarketBench.charts(transactions).coverage(MARKET).stream()
                  .anyMatch(area -> area.area().equals("N1")));
        });
  }

  @Test
  void whatCannotBeTakenGoesToTheDeadLettersAndHoldsNothingUp() {
    KafkaSettings settings = broker().settings();
    String[] poison = {
      "not json",
      price("NOWHERE", 0, "1", FED),
      price("N1", 0, "-5", FED),
      price("N1", 3, "666.66", FED)
    };
    for (String message : poison) {
      send(settings, message);
    }
    send(settings, price("N1", 1, "4200", FED));
    // something no rule of ours forbids and the database refuses
    SERVER.execute("alter table price add constraint no_beast check (price <> 666.66) not valid");
    List<ConsumerRecord<String, String>> letters;
    try (FeedNode node = new FeedNode(settings, SERVER).start()) {
      Waiting.until("the sound one is stored", () -> stored("N1").equals(List.of("4200")));
      letters =
          TestBroker.read(
              settings, settings.topics().marketFeedDeadLetters(), read -> read.size() >= 4);
      awaitRead(settings, 5);
      assertEquals(4, node.figure("feedDeadLetters"));
    } finally {
      SERVER.execute("alter table price drop constraint no_beast");
    }
    assertEquals(
        List.of(poison), letters.stream().map(ConsumerRecord::value).sorted(this::asSent).toList());
    for (ConsumerRecord<String, String> letter : letters) {
      assertEquals("k", letter.key());
      assertEquals(
          settings.topics().marketFeed(), TestBroker.header(letter, DeadLetterTopic.TOPIC));
      assertTrue(TestBroker.header(letter, DeadLetterTopic.REASON).length() > 10);
      assertTrue(Long.parseLong(TestBroker.header(letter, DeadLetterTopic.OFFSET)) >= 0);
    }
    assertTrue(
        letters.stream()
            .map(letter -> TestBroker.header(letter, DeadLetterTopic.REASON))
            .anyMatch(reason -> reason.startsWith("/price price_limit: The price is outside")));
  }

  private int asSent(String one, String other) {
    return Integer.compare(rank(one), rank(other));
  }

  private static int rank(String message) {
    return message.startsWith("not")
        ? 0
        : message.contains("NOW") ? 1 : message.contains("-5") ? 2 : 3;
  }

  @Test
  void aNodeKilledBetweenDatabaseAndOffsetsLeavesNoDuplicate() throws Exception {
    KafkaSettings settings = broker().settings();
    for (int block = 0; block < 1_000; block++) {
      send(settings, price("N1", block, "4" + block, FED));
    }
    Process node =
        FeedProcess.start(broker().address(), settings.topics().prefix(), SERVER, "feed.stored 4");
    assertTrue(node.waitFor(TestBroker.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertEquals(128 + 9, node.exitValue());
    int before = stored("N1").size();
    assertTrue(before >= 4 && before < 1_000, before + " rows");
    try (FeedNode next = new FeedNode(settings, SERVER).start()) {
      Waiting.until("all are stored", () -> stored("N1").size() == 1_000);
      awaitRead(settings, 1_000);
      // what the killed one had stored and not committed came again, and changed nothing
      assertTrue(next.figure("feedPricesStored") == 1_000 - before);
    }
    assertEquals(1_000, stored("N1").size());
  }

  @Test
  void nodesComeAndGoWhilePricesFlow() {
    KafkaSettings settings = broker().settings("optibid.kafka.feed.batch", "50");
    int[] sent = {0};
    try (FeedNode one = new FeedNode(settings, SERVER).start()) {
      flow(settings, sent, 500);
      Waiting.until("the first reads", () -> one.figure("feedPricesStored") > 0);
      try (FeedNode two = new FeedNode(settings, SERVER).start()) {
        while (two.figure("feedPricesStored") == 0) {
          flow(settings, sent, 100);
          Waiting.until(
              "both keep up",
              () -> one.figure("feedPricesStored") + two.figure("feedPricesStored") >= sent[0]);
        }
      }
      flow(settings, sent, 500);
      Waiting.until("all are stored", () -> stored("N1").size() == sent[0]);
    }
    assertTrue(sent[0] <= MOST_BLOCKS);
    assertEquals(sent[0], stored("N1").size());
  }

  /** Two nodes that have the same block at once, as after a rebalance. */
  @Test
  void anotherNodesWordOnTheSameBlockIsWaitedForAndMergedWith() throws Exception {
    KafkaSettings settings = broker().settings();
    SERVER.execute(
        "select ensure_price_partition(date '" + first.toString().substring(0, 10) + "')");
    try (Connection other = SERVER.owner().getConnection();
        FeedNode node = new FeedNode(settings, SERVER).start()) {
      other.setAutoCommit(false);
      Sql.change(
          other,
          "insert into price (source, market_code, area, starts_at, duration_minutes, price,"
              + " currency, fed_at) values ('published', ?, 'N1', ?, 15, 3900, 'INR', ?)",
          MARKET,
          first.atOffset(ZoneOffset.UTC),
          FED.minusSeconds(1).atOffset(ZoneOffset.UTC));
      send(settings, price("N1", 0, "4000", FED));
      send(settings, price("N1", 1, "4100", FED));
      Waiting.until("the node waits for the other", () -> SERVER.someoneWaits("transactionid"));
      other.commit();
      awaitRead(settings, 2);
      assertEquals(0, node.figure("feedDeadLetters"));
    }
    assertEquals(List.of("4000", "4100"), stored("N1"));
  }

  private void flow(KafkaSettings settings, int[] sent, int more) {
    for (int i = 0; i < more; i++) {
      send(settings, "key-" + sent[0] % 7, price("N1", sent[0]++, "4100", FED));
    }
  }

  @Test
  void theBrokersReturnAndTheDatabasesReturnAreWaitedFor() {
    KafkaSettings settings = broker().settings();
    AtomicBoolean away = new AtomicBoolean();
    SystemConnections real = SERVER.systemConnections();
    SystemConnections fragile =
        new SystemConnections() {
          @Override
          public <T extends @Nullable Object> T inTransaction(SqlFunction<Connection, T> work) {
            if (away.get()) {
              try {
                // nobody listens there
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/none");
              } catch (SQLException e) {
                throw new DatabaseException(e);
              }
            }
            return real.inTransaction(work);
          }
        };
    try (FeedNode node = new FeedNode(settings, SERVER, fragile).start()) {
      send(settings, price("N1", 0, "4100", FED));
      Waiting.until("the first is stored", () -> stored("N1").size() == 1);
      away.set(true);
      send(settings, price("N1", 1, "4100", FED));
      send(settings, price("N1", 2, "4100", FED));
      Senders.of(settings).flush();
      broker().kafka().process().kill();
      broker().kafka().start();
      away.set(false);
      send(settings, price("N1", 3, "4100", FED));
      Waiting.until("all are stored", () -> stored("N1").size() == 4);
      assertEquals(0, node.figure("feedDeadLetters"));
      awaitRead(settings, 4);
    }
  }

  private String price(String area, int block, String price, Instant at) {
    return "{\"marketCode\": \"%s\", \"area\": \"%s\", \"startsAt\": \"%s\", \"price\": %s, \"at\": \"%s\"}"
        .formatted(MARKET, area, first.plus(BLOCK.multipliedBy(block)), price, at);
  }

  private static void send(KafkaSettings settings, String message) {
    send(settings, "k", message);
  }

  private static void send(KafkaSettings settings, String key, String message) {
    Senders.of(settings).send(settings.topics().marketFeed(), key, message);
  }

  /** Prices of this test's days, by block. */
  private List<String> stored(String area) {
    return SERVER
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.rows(
                    connection,
                    "select price::text from price where fed_at is not null and market_code = ?"
                        + " and area = ? and starts_at >= ? and starts_at < ? order by starts_at",
                    row -> row.getString(1),
                    MARKET,
                    area,
                    first.atOffset(ZoneOffset.UTC),
                    first.plus(Duration.ofDays(DAYS)).atOffset(ZoneOffset.UTC)));
  }

  /** Waits until the group has committed so many messages. */
  private static void awaitRead(KafkaSettings settings, long messages) {
    Waiting.until("the offsets are committed", () -> Senders.committed(settings) == messages);
  }
}

package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.ServerProcess;
import energy.optibid.outbox.adapter.EventFanOut;
import energy.optibid.outbox.adapter.EventRelay;
import energy.optibid.outbox.adapter.PostgresEventLog;
import energy.optibid.outbox.adapter.PostgresEventLogReader;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.Sql;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import energy.optibid.testing.Waiting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events on their way from the log to a real broker. */
abstract class EventPublisherContract {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final PostgresOutbox OUTBOX = new PostgresOutbox(TRANSACTIONS);

  private final Caller caller = Tenants.create(SERVER);
  private final EventFanOut fanOut = new EventFanOut();
  private final EventRelay relay = new EventRelay(() -> SERVER.system().getConnection(), fanOut);
  private final PostgresEventLog log = new PostgresEventLog(SERVER.systemConnections(), fanOut);
  private final PostgresEventLogReader reader =
      new PostgresEventLogReader(SERVER.systemConnections());
  private final List<EventPublisher> nodes = new ArrayList<>();

  abstract TestBroker broker();

  @BeforeEach
  void startRelay() {
    new Thread(relay).start();
  }

  @AfterEach
  void stop() {
    nodes.forEach(EventPublisher::stop);
    relay.stop();
  }

  @Test
  void eventsGoToTheirTopicsInTheirOrderWithKeyAndHeaders() {
    KafkaSettings settings = broker().settings("optibid.kafka.first-start", "latest");
    start(settings, new StreamFigures());
    UUID bid = Ids.next();
    append("bids", bid, 1, "bid.created", JsonObject.EMPTY_JSON_OBJECT);
    append("jobs.1", Ids.next(), 1, "job.finished", JsonObject.EMPTY_JSON_OBJECT);
    append("bids", bid, 2, "bid.submitted", JsonObject.EMPTY_JSON_OBJECT);
    append("bids", Ids.next(), 1, "award.published", withText("bidId", bid.toString()));
    append("market.alerts", Ids.next(), 1, "price.at_limit", withText("area", "NORD"));
    append("market.prices.gme-mgp.SUD", Ids.next(), 0, "prices.published", withText("area", "SUD"));

    List<ConsumerRecord<String, String>> bids = own(settings, settings.topics().bidEvents(), 3);
    assertEquals(
        List.of("bid.created", "bid.submitted", "award.published"),
        bids.stream().map(message -> TestBroker.header(message, "event-type")).toList());
    for (ConsumerRecord<String, String> message : bids) {
      assertEquals(bid.toString(), message.key());
      assertEquals(caller.organization().toString(), TestBroker.header(message, "organization-id"));
      assertEquals(
          TestBroker.header(message, "event-id"),
          JsonText.object(message.value()).getString("eventId"));
    }
    assertEquals("NORD", own(settings, settings.topics().marketAlerts(), 1).get(0).key());
    assertEquals("SUD", own(settings, settings.topics().marketPrices(), 1).get(0).key());
  }

  @Test
  void whileTheBrokerIsAwayTheLogWaitsAndIsCaughtUpWithWithoutAGap() {
    KafkaSettings settings = broker().settings("optibid.kafka.first-start", "latest");
    StreamFigures figures = new StreamFigures();
    start(settings, figures);
    UUID bid = Ids.next();
    append("bids", bid, 1, "bid.changed", JsonObject.EMPTY_JSON_OBJECT);
    own(settings, settings.topics().bidEvents(), 1);
    ServerProcess server = broker().kafka().process();
    server.kill();
    for (int version = 2; version <= 1_200; version++) {
      append("bids", bid, version, "bid.changed", JsonObject.EMPTY_JSON_OBJECT);
    }
    Waiting.until("events wait", () -> waiting(figures) >= 1_199);
    broker().kafka().start();
    List<Long> versions =
        own(settings, settings.topics().bidEvents(), 1_200).stream()
            .map(message -> JsonText.object(message.value()).getInt("aggregateVersion"))
            .map(Integer::longValue)
            .toList();
    assertEquals(
        LongStream.rangeClosed(1, 1_200).boxed().toList(), versions.stream().distinct().toList());
    Waiting.until("nothing waits", () -> waiting(figures) == 0);
  }

  @Test
  void oneNodeSendsAndAnotherTakesOver() {
    KafkaSettings settings = broker().settings("optibid.kafka.first-start", "latest");
    EventPublisher first = start(settings, new StreamFigures());
    EventPublisher second = publisher(settings, new StreamFigures());
    new Thread(second).start();
    UUID bid = Ids.next();
    for (int version = 1; version <= 300; version++) {
      append("bids", bid, version, "bid.changed", JsonObject.EMPTY_JSON_OBJECT);
      if (version == 150) {
        assertTrue(first.isLeading() && !second.isLeading());
        first.stop();
      }
    }
    assertEquals(
        300,
        own(settings, settings.topics().bidEvents(), 300).stream()
            .map(message -> TestBroker.header(message, "event-id"))
            .distinct()
            .count());
    Waiting.until("the second leads", second::isLeading);
  }

  @Test
  void aFirstStartBeginsWithTheWholeLogOrWithNothingOfIt() {
    UUID bid = Ids.next();
    append("bids", bid, 1, "bid.created", JsonObject.EMPTY_JSON_OBJECT);
    awaitLogged(bid, 1);
    KafkaSettings all = broker().settings();
    KafkaSettings later = broker().settings("optibid.kafka.first-start", "latest");
    start(all, new StreamFigures());
    start(later, new StreamFigures());
    append("bids", bid, 2, "bid.submitted", JsonObject.EMPTY_JSON_OBJECT);
    assertEquals(2, own(all, all.topics().bidEvents(), 2).size());
    assertEquals(
        "bid.submitted",
        TestBroker.header(own(later, later.topics().bidEvents(), 1).get(0), "event-type"));
  }

  /** Starts one and waits until it has found its place in the log. */
  private EventPublisher start(KafkaSettings settings, StreamFigures figures) {
    EventPublisher publisher = publisher(settings, figures);
    new Thread(publisher).start();
    Waiting.until(
        "the cursor stands",
        () ->
            SERVER
                .systemConnections()
                .inTransaction(
                    connection ->
                        Sql.first(
                                connection,
                                "select 1 from stream_cursor where stream = ?",
                                row -> 1,
                                "kafka." + settings.topics().prefix())
                            .isPresent()));
    return publisher;
  }

  private EventPublisher publisher(KafkaSettings settings, StreamFigures figures) {
    KafkaService kafka = TestBroker.service(settings, figures);
    EventPublisher publisher =
        new EventPublisher(
            () -> SERVER.system().getConnection(),
            log,
            reader,
            new EventSender(kafka, settings),
            settings,
            figures);
    nodes.add(publisher);
    return publisher;
  }

  private void append(
      String channel, UUID aggregate, long version, String type, JsonObject payload) {
    TRANSACTIONS.runAs(
        caller,
        () ->
            OUTBOX.append(
                new DomainEvent(
                    channel, caller.organization(), "bid", aggregate, version, type, payload)));
  }

  private void awaitLogged(UUID aggregate, long version) {
    Waiting.until(
        "it is logged",
        () ->
            reader.after(0, Integer.MAX_VALUE).stream()
                .anyMatch(
                    entry ->
                        entry.aggregateId().equals(aggregate)
                            && entry.aggregateVersion() == version));
  }

  /** This test's own messages, as soon as there are so many different ones. */
  private List<ConsumerRecord<String, String>> own(
      KafkaSettings settings, String topic, int different) {
    return ofCaller(
        TestBroker.read(
            settings,
            topic,
            read ->
                ofCaller(read).stream()
                        .map(message -> TestBroker.header(message, "event-id"))
                        .distinct()
                        .count()
                    >= different));
  }

  private List<ConsumerRecord<String, String>> ofCaller(
      List<ConsumerRecord<String, String>> messages) {
    return messages.stream()
        .filter(
            message ->
                message.headers().lastHeader("organization-id") != null
                    && TestBroker.header(message, "organization-id")
                        .equals(caller.organization().toString()))
        .toList();
  }

  private static long waiting(StreamFigures figures) {
    return figures.all().getOrDefault("eventsWaiting", 0L);
  }

  private static JsonObject withText(String name, String value) {
    return Json.createObjectBuilder().add(name, value).build();
  }
}

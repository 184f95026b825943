package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.local.LocalKafka;
import energy.optibid.operations.Feature.Extent;
import energy.optibid.operations.Service.Condition;
import energy.optibid.outbox.EventLogReader.Entry;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Waiting;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A broker that is spoken to over TLS and asks for a name and a password (SASL_SSL). */
class KafkaTlsIT {
  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final TestBroker BROKER =
      new TestBroker(folder -> LocalKafka.withTls(folder, AUTHORITY.server()));

  private static KafkaSettings settings(String... more) {
    return TestBroker.settings(BROKER.kafka().signedInSettings(), "t" + UUID.randomUUID(), more);
  }

  private static KafkaSettings trusting(TestAuthority trusted) {
    return settings(
        "optibid.kafka.client.ssl.truststore.type",
        "PKCS12",
        "optibid.kafka.client.ssl.truststore.location",
        trusted.trustStore().toString(),
        "optibid.kafka.client.ssl.truststore.password",
        TestAuthority.PASSWORD);
  }

  private static Entry bidSubmitted() {
    return new Entry(
        1,
        "bid",
        UUID.randomUUID(),
        1,
        new LoggedEvent(
            1,
            UUID.randomUUID(),
            null,
            "bids",
            "bid.submitted",
            Instant.now(),
            JsonObject.EMPTY_JSON_OBJECT));
  }

  @Test
  void eventsGoOutAndPricesComeIn() throws ServiceUnavailableException {
    KafkaSettings settings = trusting(AUTHORITY);
    KafkaService service = TestBroker.service(settings, new StreamFigures());
    service.probeNow();
    assertEquals(Condition.UP, service.ask().state());
    try (EventSender events = new EventSender(service, settings)) {
      assertEquals(1, events.send(List.of(bidSubmitted())));
    }
    assertEquals(
        "bid.submitted",
        TestBroker.header(
            TestBroker.read(settings, settings.topics().bidEvents(), read -> !read.isEmpty())
                .get(0),
            "event-type"));
    Senders.of(settings)
        .send(
            settings.topics().marketFeed(),
            "N1",
            """
            {"marketCode": "iex-dam", "area": "N1", "startsAt": "2031-01-01T18:30:00Z",
             "price": 4100.5, "at": "2026-06-30T12:00:00Z"}""");
    Senders.of(settings).send(settings.topics().marketFeed(), "N1", "no price");
    try (FeedNode node = new FeedNode(settings, PostgresServer.shared()).start()) {
      Waiting.until("the price is stored", () -> node.figure("feedPricesStored") == 1);
      Waiting.until("the other is refused", () -> node.figure("feedDeadLetters") == 1);
    }
  }

  @Test
  void anAuthorityMayBeGivenAsPem() {
    KafkaSettings settings =
        settings(
            "optibid.kafka.client.ssl.truststore.type",
            "PEM",
            "optibid.kafka.client.ssl.truststore.location",
            AUTHORITY.certificate().toString());
    KafkaService service = TestBroker.service(settings, new StreamFigures());
    service.probeNow();
    assertEquals(Condition.UP, service.ask().state());
  }

  @Test
  void anotherAuthorityIsNotTrusted_andTheStateSaysSo() {
    KafkaService service = TestBroker.service(trusting(new TestAuthority()), new StreamFigures());
    service.probeNow();
    assertEquals(Condition.DOWN, service.ask().state());
    assertEquals(
        "shows a certificate that is not trusted",
        Objects.requireNonNull(service.ask().guarded()).lastError());
    assertEquals(Extent.FALLBACK, service.feature().state());
  }
}

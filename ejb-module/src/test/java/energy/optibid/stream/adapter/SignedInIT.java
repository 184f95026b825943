package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LocalKafka;
import energy.optibid.market.TickCarrier.Parcel;
import energy.optibid.operations.Feature.Extent;
import energy.optibid.operations.Service.Condition;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Waiting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** A broker that asks for a name and a password (SASL/PLAIN). */
class SignedInIT {
  private static final LocalKafka KAFKA = TestBroker.KRAFT.kafka();

  @Test
  void theRightPasswordOpensTheStreamInBothDirections() {
    KafkaSettings settings = TestBroker.settings(KAFKA.signedInSettings(), "t" + UUID.randomUUID());
    KafkaService kafka = TestBroker.service(settings, new StreamFigures());
    kafka.probeNow();
    assertEquals(Condition.UP, kafka.ask().state());
    Senders.of(settings).send(settings.topics().marketFeed(), "k", "no price");
    try (FeedNode node = new FeedNode(settings, PostgresServer.shared()).start()) {
      assertEquals(
          "no price",
          TestBroker.read(
                  settings, settings.topics().marketFeedDeadLetters(), read -> !read.isEmpty())
              .get(0)
              .value());
    }
  }

  @Test
  void aWrongPasswordIsSaidSoAndKeepsNothingFromStarting() {
    KafkaSettings settings =
        TestBroker.settings(KAFKA.signedInSettings("wrong"), "t" + UUID.randomUUID());
    KafkaService kafka = TestBroker.service(settings, new StreamFigures());
    kafka.probeNow();
    assertEquals(Condition.DOWN, kafka.ask().state());
    String error = Objects.requireNonNull(kafka.ask().guarded()).lastError();
    assertTrue(error != null && error.toLowerCase(Locale.ROOT).contains("auth"), error);
  }

  @Test
  void whereTheTicksTopicIsForbidden_ticksAreNotTaken_andTheServiceIsNotAtFault()
      throws ExecutionException, InterruptedException {
    KafkaSettings settings = TestBroker.settings(KAFKA.signedInSettings(), "t" + UUID.randomUUID());
    KafkaService service = TestBroker.service(settings, new StreamFigures());
    service.probeNow();
    KafkaTickCarrier carrier = new KafkaTickCarrier(service, settings, new StreamFigures());
    AclBinding forbidden =
        new AclBinding(
            new ResourcePattern(
                ResourceType.TOPIC, settings.topics().priceTicks(), PatternType.LITERAL),
            new AccessControlEntry("User:optibid", "*", AclOperation.ALL, AclPermissionType.DENY));
    List<Parcel> parcels = List.of(new Parcel("key", "text"));
    try (Admin everybody = Admin.create(TestBroker.KRAFT.settings().admin())) {
      everybody.createAcls(List.of(forbidden)).all().get();
      assertFalse(carrier.send(parcels));
      assertEquals(Condition.UP, service.ask().state());
      everybody.deleteAcls(List.of(forbidden.toFilter())).all().get();
    }
    Waiting.until("it is allowed", () -> carrier.send(parcels));
    carrier.close();
  }

  @Test
  void whereNobodyListensTheServiceIsDownAndItsFeatureFallsBack() {
    KafkaSettings settings =
        TestBroker.settings(
            Map.of("optibid.kafka.bootstrap-servers", "127.0.0.1:1"), "t" + UUID.randomUUID());
    KafkaService kafka = TestBroker.service(settings, new StreamFigures());
    kafka.probeNow();
    assertEquals(Condition.DOWN, kafka.ask().state());
    assertEquals("event-stream", kafka.feature().name());
    assertEquals(Extent.FALLBACK, kafka.feature().state());
  }
}

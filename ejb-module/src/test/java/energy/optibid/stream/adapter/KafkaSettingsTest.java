package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

  @Test
  void withoutAnAddressItIsOff() {
    assertFalse(new KafkaSettings(Map.of()).isOn());
    assertFalse(new KafkaSettings(Map.of("optibid.kafka.bootstrap-servers", " ")).isOn());
  }

  @Test
  void anAddressIsEnough() {
    KafkaSettings settings =
        new KafkaSettings(Map.of("optibid.kafka.bootstrap-servers", "a:1,b:2"));
    assertTrue(settings.isOn());
    assertEquals("optibid.bids.events", settings.topics().bidEvents());
    assertEquals("optibid.market.feed.dead-letters", settings.topics().marketFeedDeadLetters());
    assertEquals(KafkaSettings.FirstStart.EARLIEST, settings.firstStart());
    assertEquals(3, settings.feedAttempts());
    Properties producer = settings.producer();
    assertEquals("a:1,b:2", producer.get("bootstrap.servers"));
    assertEquals("all", producer.get("acks"));
    Properties consumer = settings.feedConsumer();
    assertEquals("optibid.market-feed", consumer.get("group.id"));
    assertEquals(20_000, consumer.get("max.poll.records"));
    Properties ticks = settings.tickConsumer();
    assertFalse(ticks.containsKey("group.id"));
    assertEquals("none", ticks.get("auto.offset.reset"));
    assertEquals("optibid.market.ticks", settings.topics().priceTicks());
  }

  @Test
  void everyPropertyOfTheClientIsPassedThroughAndGoesBeforeOurs() {
    KafkaSettings settings =
        new KafkaSettings(
            Map.of(
                "optibid.kafka.bootstrap-servers", "a:1",
                "optibid.kafka.topic-prefix", "desk",
                "optibid.kafka.client.security.protocol", "SASL_SSL",
                "optibid.kafka.client.ssl.truststore.location", "/etc/trust.p12",
                "optibid.kafka.client.compression.type", "zstd"));
    for (Properties client :
        new Properties[] {
          settings.admin(), settings.producer(), settings.feedConsumer(), settings.tickConsumer()
        }) {
      assertEquals("SASL_SSL", client.get("security.protocol"));
      assertEquals("/etc/trust.p12", client.get("ssl.truststore.location"));
    }
    assertEquals("zstd", settings.producer().get("compression.type"));
    assertEquals("desk.market-feed", settings.feedConsumer().get("group.id"));
  }
}

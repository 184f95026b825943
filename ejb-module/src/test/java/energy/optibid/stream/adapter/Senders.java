package energy.optibid.stream.adapter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Somebody who sends prices, one producer per settings. */
final class Senders {
  private static final Map<String, Senders> BY_PREFIX = new ConcurrentHashMap<>();

  private final KafkaProducer<String, String> producer;

  private Senders(KafkaSettings settings) {
    producer =
        new KafkaProducer<>(settings.producer(), new StringSerializer(), new StringSerializer());
  }

  static Senders of(KafkaSettings settings) {
    return BY_PREFIX.computeIfAbsent(settings.topics().prefix(), prefix -> new Senders(settings));
  }

  /** Returns before the broker has it. */
  void send(String topic, String key, String value) {
    producer.send(new ProducerRecord<>(topic, key, value));
  }

  void flush() {
    producer.flush();
  }

  /** How many messages of the feed the platform says it has read. */
  static long committed(KafkaSettings settings) {
    try (Admin admin = Admin.create(settings.admin())) {
      return admin
          .listConsumerGroupOffsets(settings.topics().prefix() + ".market-feed")
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException e) {
      // the group is not there yet
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}

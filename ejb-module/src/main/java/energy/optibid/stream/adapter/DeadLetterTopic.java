package energy.optibid.stream.adapter;

import energy.optibid.resilience.ServiceUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where messages of the feed go that cannot be taken: key, value and headers as they came, and
 * headers that say from where and why.
 */
final class DeadLetterTopic implements AutoCloseable {
  static final String REASON = "dead-letter-reason";
  static final String TOPIC = "dead-letter-topic";
  static final String PARTITION = "dead-letter-partition";
  static final String OFFSET = "dead-letter-offset";

  private final TopicWriter writer;
  private final String name;

  DeadLetterTopic(KafkaService kafka, KafkaSettings settings) {
    this.writer = new TopicWriter(kafka, settings);
    this.name = settings.topics().marketFeedDeadLetters();
  }

  /**
   * Returns when all are acknowledged.
   *
   * @param reasons by message
   */
  void send(Map<ConsumerRecord<byte[], byte[]>, String> reasons)
      throws ServiceUnavailableException {
    if (reasons.isEmpty()) {
      return;
    }
    List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>(reasons.size());
    reasons.forEach((message, reason) -> letters.add(letter(message, reason)));
    writer.write(letters);
  }

  private ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> message, String reason) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(name, null, message.key(), message.value(), message.headers());
    letter.headers().add(REASON, bytes(reason));
    letter.headers().add(TOPIC, bytes(message.topic()));
    letter.headers().add(PARTITION, bytes(Integer.toString(message.partition())));
    letter.headers().add(OFFSET, bytes(Long.toString(message.offset())));
    return letter;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    writer.close();
  }
}

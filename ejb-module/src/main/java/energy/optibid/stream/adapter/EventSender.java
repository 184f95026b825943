package energy.optibid.stream.adapter;

import energy.optibid.outbox.EventLogReader.Entry;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.stream.domain.StreamMessage;
import energy.optibid.stream.domain.StreamTopics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends batches of events. */
final class EventSender implements AutoCloseable {
  private final TopicWriter writer;
  private final StreamTopics topics;

  EventSender(KafkaService kafka, KafkaSettings settings) {
    this.writer = new TopicWriter(kafka, settings);
    this.topics = settings.topics();
  }

  /**
   * Sends them in their order and returns when all are acknowledged.
   *
   * @return how many had a topic
   * @throws ServiceUnavailableException when one is not; some may have been written
   */
  int send(List<Entry> entries) throws ServiceUnavailableException {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      StreamMessage.of(entry, topics).map(EventSender::record).ifPresent(records::add);
    }
    if (!records.isEmpty()) {
      writer.write(records);
    }
    return records.size();
  }

  private static ProducerRecord<byte[], byte[]> record(StreamMessage message) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(message.topic(), bytes(message.key()), bytes(message.value()));
    message.headers().forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    writer.close();
  }
}

package energy.optibid.stream.adapter;

import energy.optibid.resilience.ServiceUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches through the guard. After a failure the producer is thrown away with whatever it
 * still holds, so that nothing late of it overtakes what is sent again. For one thread.
 */
final class TopicWriter implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(TopicWriter.class.getName());

  private final KafkaService kafka;
  private final KafkaSettings settings;
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private boolean refusalIsTold;

  TopicWriter(KafkaService kafka, KafkaSettings settings) {
    this.kafka = kafka;
    this.settings = settings;
  }

  /**
   * Writes them in their order and returns when all are acknowledged.
   *
   * @throws ServiceUnavailableException when one is not; some may have been written
   */
  void write(List<ProducerRecord<byte[], byte[]>> records) throws ServiceUnavailableException {
    guarded(
        () -> {
          deliver(records);
          return true;
        });
  }

  /**
   * The same for what the platform can do without: where the broker's access lists forbid it, the
   * service is not at fault.
   *
   * @return whether it was allowed
   */
  boolean writeIfAllowed(List<ProducerRecord<byte[], byte[]>> records)
      throws ServiceUnavailableException {
    return guarded(
        () -> {
          try {
            deliver(records);
            refusalIsTold = false;
            return true;
          } catch (AuthorizationException e) {
            close();
            LOG.log(refusalIsTold ? Level.FINE : Level.WARNING, "Kafka refuses: {0}", e.toString());
            refusalIsTold = true;
            return false;
          }
        });
  }

  private boolean guarded(Callable<Boolean> work) throws ServiceUnavailableException {
    try {
      return kafka.guarded().call(work);
    } catch (ServiceUnavailableException e) {
      close();
      throw e;
    }
  }

  private void deliver(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      kafka.makeTopics();
      open =
          new KafkaProducer<>(
              settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
      producer = open;
    }
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
    for (ProducerRecord<byte[], byte[]> record : records) {
      Future<RecordMetadata> acknowledgement = open.send(record);
      if (acknowledgement.isDone()) {
        // a client that has lost sight of all brokers waits for each record before it refuses it
        KafkaAnswer.of(acknowledgement);
      }
      acknowledgements.add(acknowledgement);
    }
    open.flush();
    for (Future<RecordMetadata> acknowledgement : acknowledgements) {
      KafkaAnswer.of(acknowledgement);
    }
  }

  @Override
  public void close() {
    KafkaProducer<byte[], byte[]> open = producer;
    if (open == null) {
      return;
    }
    producer = null;
    // it waits for a thread of its own, and would not on a thread that is interrupted
    boolean interrupted = Thread.interrupted();
    try {
      open.close(Duration.ZERO);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

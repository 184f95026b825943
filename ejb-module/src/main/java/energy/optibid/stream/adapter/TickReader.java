package energy.optibid.stream.adapter;

import energy.optibid.market.TickCarrier.Listener;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.shared.GrowingPause;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Hears all partitions of the ticks' topic, without a group, from now on. A node that has fallen
 * far behind, or whose place in the topic is gone, begins anew at the end: the newest are worth
 * more than all that came before them.
 */
final class TickReader implements Runnable {
  private static final Logger LOG = Logger.getLogger(TickReader.class.getName());
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final KafkaService kafka;
  private final KafkaSettings settings;
  private final StreamFigures figures;
  private final Listener listener;
  private final long mostBehind;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<String, String> current;
  private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);

  /**
   * @param mostBehind messages it reads up on rather than leave them out
   */
  TickReader(
      KafkaService kafka,
      KafkaSettings settings,
      StreamFigures figures,
      Listener listener,
      long mostBehind) {
    this.kafka = kafka;
    this.settings = settings;
    this.figures = figures;
    this.listener = listener;
    this.mostBehind = mostBehind;
  }

  @Override
  public void run() {
    boolean told = false;
    while (!isStopping()) {
      try {
        serve();
        told = false;
      } catch (WakeupException | InterruptException e) {
        LOG.log(Level.FINE, "ticks of other nodes are no longer heard", e);
      } catch (ServiceUnavailableException e) {
        // the guard has noted why
        LOG.log(Level.FINE, "ticks of other nodes wait", e);
      } catch (KafkaException e) {
        LOG.log(
            told ? Level.FINE : Level.WARNING,
            "ticks of other nodes are not heard, trying again: {0}",
            e.toString());
        told = true;
      }
      rest();
    }
  }

  /** Ends the thread within a moment. */
  void stop() {
    stopping.countDown();
    KafkaConsumer<String, String> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Reads until it is stopped, the topic has other partitions, or something fails. */
  private void serve() throws ServiceUnavailableException {
    kafka
        .guarded()
        .call(
            () -> {
              kafka.makeTopics();
              return true;
            });
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            settings.tickConsumer(), new StringDeserializer(), new StringDeserializer());
    current = consumer;
    try {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      beginAtTheEnd(consumer);
      while (!isStopping() && partitions.equals(partitions(consumer))) {
        round(consumer);
      }
    } finally {
      current = null;
      figures.tickPartitions(0);
      consumer.close(CloseOptions.timeout(GOODBYE));
    }
  }

  /** All there are, as the client knows them; it asks the broker every few minutes. */
  private List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
    String topic = settings.topics().priceTicks();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .sorted(Comparator.comparingInt(TopicPartition::partition))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("there is no topic " + topic);
    }
    return partitions;
  }

  private void beginAtTheEnd(KafkaConsumer<String, String> consumer) {
    consumer.seekToEnd(consumer.assignment());
    // where the end is has to be known before others are asked for what came before it
    consumer.assignment().forEach(consumer::position);
    figures.tickPartitions(consumer.assignment().size());
    pause.reset();
    listener.connected();
  }

  private void round(KafkaConsumer<String, String> consumer) {
    for (ConsumerRecord<String, String> message : consumer.poll(POLL)) {
      if (message.value() != null) {
        listener.heard(message.value());
      }
    }
    long behind =
        consumer.assignment().stream()
            .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
            .sum();
    figures.tickMessagesWaiting(behind);
    if (behind > mostBehind) {
      LOG.log(Level.INFO, "{0} messages about ticks are left out", behind);
      beginAtTheEnd(consumer);
    }
  }

  private void rest() {
    try {
      stopping.await(pause.next().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}

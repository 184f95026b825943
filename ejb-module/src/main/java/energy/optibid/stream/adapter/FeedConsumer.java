package energy.optibid.stream.adapter;

import energy.optibid.market.MarketFeed;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.GrowingPause;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the market feed: a batch into the database, what is refused to the dead letters, then the
 * offsets. What fails in between is read again, which the merge bears. No more than two batches are
 * in memory, one being judged and one being stored; while the database is away the partitions rest
 * and the node stays in its group.
 */
final class FeedConsumer implements Runnable {
  private static final Logger LOG = Logger.getLogger(FeedConsumer.class.getName());
  private static final Duration POLL = Duration.ofMillis(500);

  /** How soon it is seen that a batch was stored when no further one comes. */
  private static final Duration POLL_WHILE_STORING = Duration.ofMillis(10);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private final KafkaService kafka;
  private final KafkaSettings settings;
  private final MarketFeed feed;
  private final StreamFigures figures;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
  private final ExecutorService writer;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> current;
  private @Nullable Storing storing;
  private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);

  /**
   * @param threads makes the thread that stores
   */
  FeedConsumer(
      KafkaService kafka,
      KafkaSettings settings,
      MarketFeed feed,
      StreamFigures figures,
      ThreadFactory threads) {
    this.writer = Executors.newSingleThreadExecutor(threads);
    this.kafka = kafka;
    this.settings = settings;
    this.feed = feed;
    this.figures = figures;
  }

  @Override
  public void run() {
    while (!isStopping()) {
      try (DeadLetterTopic deadLetters = new DeadLetterTopic(kafka, settings)) {
        serve(deadLetters);
      } catch (WakeupException | InterruptException e) {
        LOG.log(Level.FINE, "the feed is no longer read", e);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the market feed cannot be read, trying again", e);
      }
      rest();
    }
    writer.shutdown();
  }

  /** Ends the thread within a moment. */
  void stop() {
    stopping.countDown();
    KafkaConsumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void serve(DeadLetterTopic deadLetters) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            settings.feedConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    current = consumer;
    try {
      consumer.subscribe(
          List.of(settings.topics().marketFeed()), new Partitions(consumer, deadLetters));
      while (!isStopping()) {
        round(consumer, deadLetters);
      }
    } finally {
      current = null;
      consumer.close(CloseOptions.timeout(GOODBYE));
      uncommitted.clear();
      storing = null;
    }
  }

  /** Reads and judges a batch while the one before it is being stored. */
  private void round(KafkaConsumer<byte[], byte[]> consumer, DeadLetterTopic deadLetters) {
    Storing last = storing;
    ConsumerRecords<byte[], byte[]> records =
        consumer.poll(last == null ? POLL : POLL_WHILE_STORING);
    if (records.isEmpty() && last != null && !last.stored().isDone()) {
      return;
    }
    FeedBatch next = null;
    try {
      if (!records.isEmpty()) {
        next = new FeedBatch(records, feed, settings.feedAttempts());
      }
      finish(deadLetters);
    } catch (DatabaseException | IllegalStateException | ServiceUnavailableException e) {
      LOG.log(Level.WARNING, "the market feed waits: {0}", e.toString());
      readAgain(consumer, records);
      startAgain(consumer);
      hold(consumer);
      return;
    }
    if (next != null) {
      storing = new Storing(next, writer.submit(next::store));
    }
    commit(consumer, uncommitted);
    figures.feedWaiting(
        consumer.assignment().stream()
            .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
            .sum());
  }

  /** A batch on its way into the database. */
  private record Storing(FeedBatch batch, Future<Integer> stored) {}

  /** Waits for the batch that is being stored, if there is one; what it refuses goes its way. */
  private void finish(DeadLetterTopic deadLetters) throws ServiceUnavailableException {
    Storing last = storing;
    if (last == null) {
      return;
    }
    try {
      figures.pricesStored(last.stored().get());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    }
    Failpoint.hit("feed.stored");
    deadLetters.send(last.batch().refused());
    figures.deadLetters(last.batch().refused().size());
    uncommitted.putAll(last.batch().records().nextOffsets());
    storing = null;
    pause.reset();
  }

  private void startAgain(KafkaConsumer<byte[], byte[]> consumer) {
    Storing last = storing;
    if (last != null) {
      readAgain(consumer, last.batch().records());
      storing = null;
    }
  }

  /** Another rebalance or a broker's loss may come between; then it is tried in the next round. */
  private void commit(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, GOODBYE);
      uncommitted.keySet().removeAll(List.copyOf(offsets.keySet()));
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.log(Level.FINE, "offsets are committed later", e);
    }
  }

  private static void readAgain(
      KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, records.records(partition).get(0).offset());
      }
    }
  }

  /** Rests without leaving the group. */
  private void hold(KafkaConsumer<byte[], byte[]> consumer) {
    Instant until = Instant.now().plus(pause.next());
    while (!isStopping() && Instant.now().isBefore(until)) {
      consumer.pause(consumer.assignment());
      // a partition that comes in meanwhile is not at rest yet
      readAgain(consumer, consumer.poll(Duration.ofMillis(100)));
    }
    consumer.resume(consumer.assignment());
  }

  private void rest() {
    try {
      stopping.await(pause.next().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  /** What was stored is committed before a partition goes to another node. */
  private final class Partitions implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final DeadLetterTopic deadLetters;

    Partitions(KafkaConsumer<byte[], byte[]> consumer, DeadLetterTopic deadLetters) {
      this.consumer = consumer;
      this.deadLetters = deadLetters;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      try {
        finish(deadLetters);
      } catch (DatabaseException | IllegalStateException | ServiceUnavailableException e) {
        LOG.log(Level.WARNING, "the next node of the feed begins again: {0}", e.toString());
        startAgain(consumer);
      }
      Map<TopicPartition, OffsetAndMetadata> leaving = new HashMap<>(uncommitted);
      leaving.keySet().retainAll(partitions);
      commit(consumer, leaving);
      uncommitted.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      uncommitted.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOG.log(Level.INFO, "this node reads {0} more partitions of the feed", partitions.size());
    }
  }
}

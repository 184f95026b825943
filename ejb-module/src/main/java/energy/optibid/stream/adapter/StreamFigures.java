package energy.optibid.stream.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What this node counts about the stream since it started. */
@ApplicationScoped
public class StreamFigures {
  private final AtomicLong eventsWaiting = new AtomicLong();
  private final AtomicLong eventsPublished = new AtomicLong();
  private final AtomicLong pricesStored = new AtomicLong();
  private final AtomicLong deadLetters = new AtomicLong();
  private final AtomicLong feedWaiting = new AtomicLong();
  private final AtomicLong ticksDropped = new AtomicLong();
  private final AtomicLong tickMessagesWaiting = new AtomicLong();
  private final AtomicLong tickPartitions = new AtomicLong();

  /** How far the log is ahead of what the broker has acknowledged, whichever node publishes. */
  void eventsWaiting(long positions) {
    eventsWaiting.set(positions);
  }

  void eventsPublished(int more) {
    eventsPublished.addAndGet(more);
  }

  void pricesStored(int more) {
    pricesStored.addAndGet(more);
  }

  void deadLetters(int more) {
    deadLetters.addAndGet(more);
  }

  /** Messages in this node's partitions of the feed that it has not taken yet. */
  void feedWaiting(long messages) {
    feedWaiting.set(messages);
  }

  /** Ticks of this node that the others were not told. */
  void ticksDropped(int more) {
    ticksDropped.addAndGet(more);
  }

  /** Messages about ticks that this node has not heard yet. */
  void tickMessagesWaiting(long messages) {
    tickMessagesWaiting.set(messages);
  }

  /** Partitions on which this node hears ticks; none where it does not hear them. */
  void tickPartitions(int partitions) {
    tickPartitions.set(partitions);
  }

  Map<String, Long> all() {
    return Map.of(
        "eventsWaiting", eventsWaiting.get(),
        "eventsPublished", eventsPublished.get(),
        "feedPricesStored", pricesStored.get(),
        "feedDeadLetters", deadLetters.get(),
        "feedMessagesWaiting", feedWaiting.get(),
        "ticksDropped", ticksDropped.get(),
        "tickMessagesWaiting", tickMessagesWaiting.get(),
        "tickPartitions", tickPartitions.get());
  }
}

package energy.optibid.outbox;

import java.util.Set;

/**
 * Something inside the platform that acts on events. Every CDI bean of this type is found, and gets
 * every event of its types that is committed from its first start on, however often servers,
 * brokers or the consumer itself fail in between.
 *
 * <p>Events of one aggregate come in the order of its versions, the next one after the one before
 * is consumed or has become a dead letter; events of different aggregates come side by side. An
 * event that is replayed from the dead letters comes late, which its version tells.
 *
 * <p>Who takes a consumer away deletes its row of {@code event_consumer} and its deliveries by a
 * migration; until then its events are kept for it.
 */
public interface EventConsumer {

  /** Stable name, for example {@code bid-activity}; under it is recorded what was consumed. */
  String name();

  /** Types of events, exact ({@code award.published}) or all of a kind ({@code bid.*}). */
  Set<String> events();

  /** The line in which its events wait. */
  ConsumerQueue queue();

  /** Whether it starts with everything that was logged before it existed. */
  default boolean wantsHistory() {
    return false;
  }

  /**
   * Acts on an event. Runs in a transaction that also records that the event was consumed: what is
   * written here through the database gates is written once, and not at all when this throws. An
   * event of an organisation comes in a transaction of that organisation, one of the whole platform
   * in a transaction of the platform. What leaves the database must bear a repetition, by {@link
   * ConsumedEvent#eventId}.
   *
   * @throws RuntimeException to have the event delivered again later; after the last attempt it
   *     becomes a dead letter
   */
  void consume(ConsumedEvent event);
}

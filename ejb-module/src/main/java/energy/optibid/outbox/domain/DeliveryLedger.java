package energy.optibid.outbox.domain;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Deliveries.Figures;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventConsumer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be delivered, what was consumed, and what was given up. */
public interface DeliveryLedger {

  /** Has the events of these consumers kept for them from now on, if that is not so already. */
  void register(Collection<EventConsumer> consumers);

  /**
   * Takes deliveries that are due, of each aggregate the earliest only, and has them due again
   * after a time.
   *
   * @param queues of the consumers that exist here; others' deliveries are left alone
   * @param againAfter when they are due again unless something is recorded by then
   */
  List<Delivery> claim(Map<String, ConsumerQueue> queues, int atMost, Duration againAfter);

  /** Has deliveries that could not be sent due again after a pause. */
  void postpone(List<Delivery> unsent, Duration pause);

  /**
   * Holds a delivery in the caller's transaction and reads its event.
   *
   * @return empty when it was consumed or given up already, or somebody else is at it
   */
  Optional<ConsumedEvent> hold(Delivery delivery);

  /** Records in the caller's transaction that the event of a held delivery was consumed. */
  void settle(Delivery delivery, ConsumedEvent event);

  /**
   * Records in a transaction of its own that the consumer failed; after the last attempt the event
   * becomes a dead letter.
   *
   * @return whether it has become one
   */
  boolean fail(Delivery delivery, String error, RetryPolicy policy);

  /** How things stand; {@code leading} is left open. */
  Figures figures();
}

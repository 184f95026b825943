package energy.optibid.outbox.adapter;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Deliveries;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.outbox.EventLog.Subscription;
import energy.optibid.outbox.EventTransport;
import energy.optibid.outbox.domain.DeliveryLedger;
import energy.optibid.outbox.domain.RetryPolicy;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The consumers of this server at work. */
@ApplicationScoped
@Typed({Deliveries.class, DeliveryDesk.class})
public class DeliveryDesk implements Deliveries {

  private static final Logger LOG = Logger.getLogger(DeliveryDesk.class.getName());

  private static final int LONGEST_ERROR = 1_000;

  private final DeliveryLedger ledger;
  private final Transactions transactions;
  private final PlatformTransactions platform;
  private final DeliveryCarrier carrier;
  private final RetryPolicy policy;
  private final Map<String, EventConsumer> consumers = new HashMap<>();

  @Inject
  public DeliveryDesk(
      DeliveryLedger ledger,
      Transactions transactions,
      PlatformTransactions platform,
      DeliveryCarrier carrier,
      RetryPolicy policy,
      @Any Instance<EventConsumer> consumers) {
    this(ledger, transactions, platform, carrier, policy, (Iterable<EventConsumer>) consumers);
  }

  DeliveryDesk(
      DeliveryLedger ledger,
      Transactions transactions,
      PlatformTransactions platform,
      DeliveryCarrier carrier,
      RetryPolicy policy,
      Iterable<EventConsumer> consumers) {
    this.ledger = ledger;
    this.transactions = transactions;
    this.platform = platform;
    this.carrier = carrier;
    this.policy = policy;
    for (EventConsumer consumer : consumers) {
      if (this.consumers.put(consumer.name(), consumer) != null) {
        throw new IllegalStateException("two consumers are called " + consumer.name());
      }
    }
  }

  /** Has events kept for the consumers of this server. */
  void register() {
    ledger.register(consumers.values());
  }

  /** In which line the events of each consumer of this server wait. */
  Map<String, ConsumerQueue> queues() {
    Map<String, ConsumerQueue> queues = new HashMap<>();
    consumers.forEach((name, consumer) -> queues.put(name, consumer.queue()));
    return queues;
  }

  @Override
  public void deliver(Delivery delivery) {
    EventConsumer consumer = consumers.get(delivery.consumer());
    if (consumer == null) {
      LOG.log(Level.FINE, "no consumer here is called {0}", delivery.consumer());
      return;
    }
    try {
      Failpoint.hit("delivery.received");
      inItsTransaction(delivery.organization(), () -> consume(delivery, consumer));
      Failpoint.hit("delivery.after_commit");
    } catch (Exception | LinkageError | StackOverflowError failure) {
      record(delivery, failure);
    }
  }

  private void consume(Delivery delivery, EventConsumer consumer) {
    Optional<ConsumedEvent> held = ledger.hold(delivery);
    if (held.isPresent()) {
      ConsumedEvent event = held.get();
      Failpoint.hit("delivery.held");
      consumer.consume(event);
      Failpoint.hit("delivery.consumed");
      ledger.settle(delivery, event);
      Failpoint.hit("delivery.settled");
    }
  }

  private void inItsTransaction(@Nullable OrganizationId organization, Runnable work)
      throws Exception {
    if (organization == null) {
      boolean ignored =
          platform.call(
              () -> {
                work.run();
                return true;
              });
      return;
    }
    boolean ignored =
        Tenancy.callAs(
            Tenancy.jobCaller(organization, Tenancy.NOBODY),
            () ->
                transactions.call(
                    () -> {
                      work.run();
                      return true;
                    }));
  }

  private void record(Delivery delivery, Throwable failure) {
    try {
      boolean dead = ledger.fail(delivery, sentence(failure), policy);
      LOG.log(
          dead ? Level.SEVERE : Level.WARNING,
          delivery + (dead ? " is a dead letter" : " failed and is tried again"),
          failure);
    } catch (RuntimeException unrecorded) {
      // the database is away, and that may have been all: the delivery is still there
      LOG.log(Level.WARNING, delivery + " failed and is sent again", unrecorded);
    }
  }

  private static String sentence(Throwable failure) {
    String text = failure.toString();
    return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
  }

  @Override
  public Subscription carryBy(EventTransport broker) {
    return carrier.carryBy(broker);
  }

  @Override
  public Figures figures() {
    Figures counted = ledger.figures();
    return new Figures(
        counted.waiting(),
        counted.oldest(),
        counted.retrying(),
        counted.deadLetters(),
        carrier.isLeading());
  }

  @Override
  public Broker broker() {
    if (!carrier.hasBroker()) {
      return Broker.NONE;
    }
    return carrier.isBrokerUp() ? Broker.UP : Broker.DOWN;
  }
}

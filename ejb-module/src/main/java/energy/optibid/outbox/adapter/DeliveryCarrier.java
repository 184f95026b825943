package energy.optibid.outbox.adapter;

import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventLog.Subscription;
import energy.optibid.outbox.EventTransport;
import energy.optibid.outbox.EventTransport.TransportException;
import energy.optibid.shared.GrowingPause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How this server's deliveries travel: by a broker where one is plugged in and works, otherwise
 * within the process. A broker that failed is tried again after a growing pause.
 */
@ApplicationScoped
public class DeliveryCarrier {

  private static final Logger LOG = Logger.getLogger(DeliveryCarrier.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Clock clock;
  private volatile @Nullable EventTransport broker;
  private volatile boolean brokerUp;
  private volatile boolean leading;
  private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
  private Instant tryAgainAt = Instant.MIN;

  @Inject
  public DeliveryCarrier(Clock clock) {
    this.clock = clock;
  }

  Subscription carryBy(EventTransport transport) {
    broker = transport;
    brokerUp = true;
    LOG.log(Level.INFO, "deliveries travel by {0}", transport.name());
    return () -> {
      if (broker == transport) {
        broker = null;
        brokerUp = false;
      }
    };
  }

  /** Sends by the broker, else directly. Called by one thread, the dispatcher's. */
  void send(Delivery delivery, EventTransport direct) throws TransportException {
    EventTransport carried = broker;
    if (carried == null || (!brokerUp && clock.instant().isBefore(tryAgainAt))) {
      direct.send(delivery);
      return;
    }
    try {
      carried.send(delivery);
      if (!brokerUp) {
        LOG.log(Level.INFO, "{0} takes deliveries again", carried.name());
      }
      brokerUp = true;
      pause.reset();
    } catch (TransportException e) {
      LOG.log(
          Level.WARNING,
          e,
          () -> carried.name() + " takes no delivery; they go on within the process");
      brokerUp = false;
      tryAgainAt = clock.instant().plus(pause.next());
      direct.send(delivery);
    }
  }

  void lead(boolean now) {
    leading = now;
  }

  boolean isLeading() {
    return leading;
  }

  boolean hasBroker() {
    return broker != null;
  }

  boolean isBrokerUp() {
    return brokerUp;
  }
}

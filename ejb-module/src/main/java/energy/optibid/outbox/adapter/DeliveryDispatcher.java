package energy.optibid.outbox.adapter;

import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Delivery;
import energy.optibid.outbox.EventTransport;
import energy.optibid.outbox.EventTransport.TransportException;
import energy.optibid.outbox.domain.DeliveryLedger;
import energy.optibid.outbox.domain.RetryPolicy;
import energy.optibid.shared.Failpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thread per server that sends what is due while the server leads. Two that believe they lead
 * do no harm: a delivery is claimed by one of them, and consumed once however often it is sent.
 */
final class DeliveryDispatcher implements Runnable {

  private static final Logger LOG = Logger.getLogger(DeliveryDispatcher.class.getName());
  private static final int BATCH = 200;

  /** Finds what no signal announces: deliveries that come due again. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final DeliveryLedger ledger;
  private final Map<String, ConsumerQueue> queues;
  private final DeliveryCarrier carrier;
  private final EventTransport direct;
  private final RetryPolicy policy;
  private final BooleanSupplier leads;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;
  private int failures;

  DeliveryDispatcher(
      DeliveryLedger ledger,
      Map<String, ConsumerQueue> queues,
      DeliveryCarrier carrier,
      EventTransport direct,
      RetryPolicy policy,
      BooleanSupplier leads) {
    this.ledger = ledger;
    this.queues = Map.copyOf(queues);
    this.carrier = carrier;
    this.direct = direct;
    this.policy = policy;
    this.leads = leads;
  }

  @Override
  public void run() {
    while (!stopping) {
      boolean leading = leads.getAsBoolean();
      carrier.lead(leading);
      Duration wait = LOOK_EVERY;
      try {
        while (leading && !stopping && sendSome()) {
          // until nothing more is due
        }
        failures = 0;
      } catch (RuntimeException e) {
        failures++;
        wait = policy.pauseAfter(failures);
        LOG.log(Level.WARNING, "deliveries cannot be read, trying again: {0}", e.toString());
      }
      await(wait);
    }
    carrier.lead(false);
  }

  /** Something may be due. */
  void wake() {
    wakes.release();
  }

  void stop() {
    stopping = true;
    wake();
  }

  /** True when there may be more. */
  private boolean sendSome() {
    List<Delivery> claimed = ledger.claim(queues, BATCH, policy.resendAfter());
    if (!claimed.isEmpty()) {
      Failpoint.hit("delivery.claimed");
    }
    for (int i = 0; i < claimed.size(); i++) {
      try {
        carrier.send(claimed.get(i), direct);
      } catch (TransportException full) {
        LOG.log(Level.FINE, "not sent", full);
        ledger.postpone(claimed.subList(i, claimed.size()), policy.firstPause());
        return false;
      }
    }
    if (!claimed.isEmpty()) {
      Failpoint.hit("delivery.sent");
    }
    return claimed.size() == BATCH;
  }

  private void await(Duration wait) {
    try {
      if (wakes.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}

package energy.optibid.notification.adapter;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Watches gates, and sends what is due. */
final class NotificationWorker implements Runnable {
  private static final Logger LOG = Logger.getLogger(NotificationWorker.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AlertDesk alerts;
  private final DeliveryRun deliveries;
  private final CountDownLatch stopping = new CountDownLatch(1);

  NotificationWorker(AlertDesk alerts, DeliveryRun deliveries) {
    this.alerts = alerts;
    this.deliveries = deliveries;
  }

  @Override
  public void run() {
    do {
      attempt(alerts::watchGates);
      attempt(deliveries::sendDue);
    } while (!stopped());
  }

  void stop() {
    stopping.countDown();
  }

  /** A failure costs one round; the others go on. */
  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (stopping.getCount() > 0) {
        LOG.log(Level.WARNING, "notifications failed, trying again", e);
      }
    }
  }

  private boolean stopped() {
    try {
      return stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

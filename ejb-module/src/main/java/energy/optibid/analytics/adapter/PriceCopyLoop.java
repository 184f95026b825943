package energy.optibid.analytics.adapter;

import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Copies while days wait, and looks again every second. While ClickHouse is away it tries every few
 * seconds. The tables, and whether the copy is still the same, are looked at on the hour and after
 * each failure.
 */
final class PriceCopyLoop implements Runnable {
  private static final Logger LOG = Logger.getLogger(PriceCopyLoop.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final int NEWEST_MONTHS = 2;
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final ClickHouseService service;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private long preparedAt;
  private boolean prepared;

  PriceCopyLoop(ClickHouseService service) {
    this.service = service;
  }

  @Override
  public void run() {
    try {
      Duration pause = Duration.ZERO;
      while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Looks once.
   *
   * @return how long to wait before looking again
   */
  Duration once() {
    try {
      if (!prepared || System.nanoTime() - preparedAt > LOOK_AGAIN.toNanos()) {
        prepare();
      }
      int copied = service.copy().copyOnce();
      return copied > 0 ? Duration.ZERO : PAUSE;
    } catch (ClickHouseException e) {
      LOG.log(Level.FINE, "the copy of the prices waits", e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the prices could not be copied, trying again", e);
    }
    prepared = false;
    return PAUSE_AFTER_FAILURE;
  }

  private void prepare() {
    PriceCopy copy = service.copy();
    copy.prepare();
    copy.dropOldMonths();
    PriceReconciliation reconciliation = service.reconciliation();
    for (YearMonth month :
        reconciliation.months(copy.oldest()).stream().limit(NEWEST_MONTHS).toList()) {
      int different = reconciliation.reconcile(month).different();
      if (different > 0) {
        LOG.log(
            Level.INFO,
            "{0} days of {1} differ in the copy and are copied",
            new Object[] {different, month});
      }
    }
    prepared = true;
    preparedAt = System.nanoTime();
  }

  void stop() {
    stopping.countDown();
  }
}

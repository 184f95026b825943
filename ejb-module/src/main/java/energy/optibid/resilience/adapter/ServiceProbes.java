package energy.optibid.resilience.adapter;

import energy.optibid.operations.Service.Condition;
import energy.optibid.resilience.ProbedService;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks one service again and again; a service that hangs keeps nobody but its own probe. */
final class ServiceProbes implements Runnable {
  private static final Logger LOG = Logger.getLogger(ServiceProbes.class.getName());

  private static final Duration WHILE_AWAY = Duration.ofSeconds(5);

  private final ProbedService service;
  private final CountDownLatch stopping = new CountDownLatch(1);

  ServiceProbes(ProbedService service) {
    this.service = service;
  }

  @Override
  public void run() {
    try {
      do {
        probe();
      } while (!stopping.await(pause().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void probe() {
    try {
      service.probeNow();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "a probe of " + service.name() + " failed");
    }
  }

  /** Who is away is asked often, to be there again soon. */
  private Duration pause() {
    Duration usual = service.probeEvery();
    boolean away = service.ask().state() != Condition.UP;
    return away && usual.compareTo(WHILE_AWAY) > 0 ? WHILE_AWAY : usual;
  }

  void stop() {
    stopping.countDown();
  }
}

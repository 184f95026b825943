package energy.optibid.identity.adapter;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads revoked sessions when it is woken, and now and then, so that old ones are forgotten. */
final class RevokedSessionsReader implements Runnable {
  private static final Logger LOG = Logger.getLogger(RevokedSessionsReader.class.getName());
  private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final NodeRevokedSessions sessions;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;

  RevokedSessionsReader(NodeRevokedSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void run() {
    while (!stopping) {
      Duration wait = AT_LEAST_EVERY;
      try {
        sessions.reload();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "revoked sessions cannot be read, trying again: {0}", e.toString());
        wait = AFTER_FAILURE;
      }
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

  void wake() {
    wakes.release();
  }

  void stop() {
    stopping = true;
    wake();
  }
}

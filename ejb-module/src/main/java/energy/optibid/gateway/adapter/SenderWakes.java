package energy.optibid.gateway.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Where idle senders of this server wait. */
@ApplicationScoped
public class SenderWakes {
  private final Semaphore wakes = new Semaphore(0);

  /** Something may be due. */
  public void wake() {
    wakes.release();
  }

  /** Waits until something may be due, at most so long. */
  void await(Duration longest) throws InterruptedException {
    boolean ignored = wakes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}

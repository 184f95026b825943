package energy.optibid.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The end of a node in order: first it says that it is not ready, so that load balancers turn away,
 * and serves on; then it takes no more requests, and ends when those it has taken are answered.
 */
@ApplicationScoped
public class Draining {
  private int underWay;
  private boolean announced;
  private boolean closed;

  /**
   * A request arrives.
   *
   * @return whether it is taken; what is taken must {@link #leave}
   */
  public synchronized boolean enter() {
    if (!closed) {
      underWay++;
    }
    return !closed;
  }

  /** A request that was taken is answered, well or not. */
  public synchronized void leave() {
    underWay--;
    notifyAll();
  }

  /** Whether the node is about to end. */
  public synchronized boolean isAnnounced() {
    return announced;
  }

  /** From now on the node is not ready. */
  public synchronized void announce() {
    announced = true;
  }

  /**
   * Takes no more requests, and waits until none is under way.
   *
   * @return how many still are, when patience has run out
   */
  public synchronized int close(Duration patience) throws InterruptedException {
    closed = true;
    long end = System.nanoTime() + patience.toNanos();
    while (underWay > 0) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        break;
      }
      wait(millis);
    }
    return underWay;
  }
}

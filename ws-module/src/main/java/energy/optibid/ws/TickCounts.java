package energy.optibid.ws;

import java.util.concurrent.atomic.LongAdder;

/**
 * What became of ticks, over all sockets of this node: offered = delivered + conflated + dropped +
 * what is on its way.
 */
final class TickCounts {
  private final LongAdder offered = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder conflated = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  void offered() {
    offered.increment();
  }

  /** A newer one took the place of one that waited. */
  void conflated() {
    conflated.increment();
  }

  /** The socket closed before they were sent. */
  void dropped(long ticks) {
    dropped.add(ticks);
  }

  /** One left the wire, or failed on it. */
  void through(boolean arrived) {
    (arrived ? delivered : dropped).increment();
  }

  long countOffered() {
    return offered.sum();
  }

  long countDelivered() {
    return delivered.sum();
  }

  long countConflated() {
    return conflated.sum();
  }

  long countDropped() {
    return dropped.sum();
  }
}

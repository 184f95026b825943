package energy.optibid.outbox;

import energy.optibid.outbox.EventLog.Subscription;
import java.time.Duration;

/** Events on their way to the consumers inside the platform. */
public interface Deliveries {

  /**
   * Has the consumer act on the event, on this thread and in a transaction of its own. Does nothing
   * when the event was consumed already or another thread is at it. A failure of the consumer is
   * recorded and not thrown.
   */
  void deliver(Delivery delivery);

  /**
   * Lets a broker carry the deliveries of this server until the subscription is closed; while the
   * broker does not take them they are delivered within the process.
   */
  Subscription carryBy(EventTransport broker);

  /** How things stand in the whole installation. */
  Figures figures();

  /** How the broker of this server is. */
  Broker broker();

  /** Whether a broker carries deliveries. */
  enum Broker {
    /** It took what it was last given. */
    UP,
    /** It did not; deliveries stay in the process until it does. */
    DOWN,
    /** Deliveries always stay in the process. */
    NONE
  }

  /**
   * @param waiting events that some consumer has yet to consume
   * @param oldest how long the oldest of them has been waiting
   * @param retrying those among them on which the consumer has failed at least once
   * @param deadLetters what waits for a person's decision
   * @param leading whether this server relays and sends
   */
  record Figures(long waiting, Duration oldest, long retrying, long deadLetters, boolean leading) {}
}

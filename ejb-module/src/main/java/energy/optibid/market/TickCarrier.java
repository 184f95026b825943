package energy.optibid.market;

import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Carries what nodes say to each other about ticks. Every node hears what is sent while it listens,
 * the sender too; parcels of one key come in the order in which they were sent. What is sent while
 * the carrier is away is lost.
 */
public interface TickCarrier {

  /** Whether it is switched on. */
  boolean isOn();

  /**
   * Of those that are on, the one with the highest carries and the others rest, so that no tick is
   * delivered twice. All nodes of an installation share the settings that decide it.
   */
  int precedence();

  /**
   * Sends parcels and returns when the carrier has them.
   *
   * @return whether it has all of them; when not, it may have some
   */
  boolean send(List<Parcel> parcels);

  /** Notes ticks that were not sent, for the figures of its service. */
  void dropped(int ticks);

  /**
   * Listens from now on, until it is closed.
   *
   * @param threads makes the thread on which it hears, where it has none
   */
  void listen(Listener listener, ThreadFactory threads);

  /** Ends listening and sending; called by the thread that sends. */
  void close();

  /** Hears what is sent. */
  interface Listener {
    /** The text of a parcel. */
    void heard(String text);

    /** Listening begins or begins anew; what was sent before may have been missed. */
    void connected();
  }

  /**
   * What is carried.
   *
   * @param key parcels of one key stay in order
   */
  record Parcel(String key, String text) {}
}

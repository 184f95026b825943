package energy.optibid.ws;

import energy.optibid.outbox.LoggedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One subscription's place in its stream. Live events are kept back until the snapshot or the
 * missed events are out, then what they already covered is dropped: no event is lost in between and
 * none is sent twice. An event that does not follow the last one tells of a gap, which the owner
 * fills from the log.
 */
final class Channel {
  /** More than this kept back means the start takes too long: the client starts over. */
  static final int MOST_KEPT_BACK = 5_000;

  /** What became of an event. */
  enum Outcome {
    SENT,
    KEPT_BACK,
    ALREADY_KNOWN,
    GAP,
    OVERFLOW
  }

  private final Consumer<LoggedEvent> send;
  private final Queue<LoggedEvent> keptBack = new ArrayDeque<>();
  private long last;
  private boolean live;

  Channel(Consumer<LoggedEvent> send) {
    this.send = send;
  }

  /** The last sequence the client has. */
  synchronized long last() {
    return last;
  }

  /** An event from the live stream. */
  synchronized Outcome offer(LoggedEvent event) {
    if (!live) {
      if (keptBack.size() >= MOST_KEPT_BACK) {
        return Outcome.OVERFLOW;
      }
      keptBack.add(event);
      return Outcome.KEPT_BACK;
    }
    if (event.sequence() <= last) {
      return Outcome.ALREADY_KNOWN;
    }
    if (event.sequence() > last + 1) {
      live = false;
      keptBack.add(event);
      return Outcome.GAP;
    }
    last = event.sequence();
    send.accept(event);
    return Outcome.SENT;
  }

  /** Events read from the log, in order; known ones are passed over. */
  synchronized void replay(List<LoggedEvent> events) {
    for (LoggedEvent event : events) {
      if (event.sequence() > last) {
        last = event.sequence();
        send.accept(event);
      }
    }
  }

  /** The client now has everything up to {@code sequence}. */
  synchronized void startAt(long sequence) {
    last = sequence;
  }

  /**
   * Goes live with what was kept back.
   *
   * @return false when an event is missing in between: fill it by {@link #replay}, then try again
   */
  synchronized boolean goLive() {
    List<LoggedEvent> waiting = new ArrayList<>(keptBack);
    for (LoggedEvent event : waiting) {
      if (event.sequence() > last + 1) {
        return false;
      }
      keptBack.remove();
      if (event.sequence() > last) {
        last = event.sequence();
        send.accept(event);
      }
    }
    live = true;
    return true;
  }
}

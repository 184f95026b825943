package energy.optibid.ws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way to one client, sent one after the other and never waited for. Two kinds:
 * what must arrive is sent in its order, and a client that takes it too slowly or could not be
 * handed a message is let go, to come back and resume from its last sequence; of what only the
 * newest matters, prices, a slow client gets the newest.
 */
final class SendQueue {
  /** Hands one text to the network and reports when it is through, with the failure if any. */
  interface Wire {
    void send(String text, Consumer<@Nullable Throwable> done);
  }

  static final int MOST_MESSAGES = 2_000;
  static final long MOST_CHARACTERS = 8_000_000;

  private final Wire wire;
  private final Runnable letGo;
  private final Clock clock;
  private final TickCounts counts;
  private final Queue<String> waiting = new ArrayDeque<>();
  private final Map<Object, String> newest = new LinkedHashMap<>();
  private long characters;
  private @Nullable Instant sendingSince;
  private boolean sendingNewest;
  private boolean closed;

  SendQueue(Wire wire, Runnable letGo, TickCounts counts, Clock clock) {
    this.wire = wire;
    this.letGo = letGo;
    this.counts = counts;
    this.clock = clock;
  }

  /** Sends when the messages before are through. */
  void send(String text) {
    boolean overflow;
    synchronized (this) {
      if (closed) {
        return;
      }
      waiting.add(text);
      characters += text.length();
      overflow = waiting.size() > MOST_MESSAGES || characters > MOST_CHARACTERS;
    }
    if (overflow) {
      close();
      letGo.run();
    } else {
      next();
    }
  }

  /**
   * Sends when what must arrive is through, unless a newer one of the same key comes before.
   *
   * @param key what it is the newest of
   */
  void sendNewest(Object key, String text) {
    synchronized (this) {
      counts.offered();
      if (closed) {
        counts.dropped(1);
        return;
      }
      if (newest.put(key, text) != null) {
        counts.conflated();
      }
    }
    next();
  }

  /** Whether one message has been on the wire for longer than this. */
  synchronized boolean stuckFor(Duration time) {
    return sendingSince != null && sendingSince.plus(time).isBefore(clock.instant());
  }

  /** Forgets what is waiting. */
  synchronized void close() {
    closed = true;
    counts.dropped(newest.size());
    newest.clear();
    waiting.clear();
    characters = 0;
  }

  private void next() {
    String text;
    synchronized (this) {
      if (sendingSince != null || (waiting.isEmpty() && newest.isEmpty())) {
        return;
      }
      sendingNewest = waiting.isEmpty();
      text = sendingNewest ? oldestKey() : waiting.remove();
      characters -= sendingNewest ? 0 : text.length();
      sendingSince = clock.instant();
    }
    wire.send(text, this::sent);
  }

  /** Takes the newest of the key that has waited longest. */
  private String oldestKey() {
    Iterator<String> texts = newest.values().iterator();
    String text = texts.next();
    texts.remove();
    return text;
  }

  private void sent(@Nullable Throwable failure) {
    synchronized (this) {
      sendingSince = null;
      if (sendingNewest) {
        counts.through(failure == null);
      }
    }
    if (failure == null) {
      next();
    } else {
      // a socket that stayed open would be silent, and its client would never ask again
      close();
      letGo.run();
    }
  }
}

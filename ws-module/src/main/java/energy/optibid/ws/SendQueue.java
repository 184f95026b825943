package energy.optibid.ws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way to one client, sent one after the other and never waited for. A client that
 * takes them too slowly is let go: it comes back and resumes from its last sequence.
 */
final class SendQueue {
  /** Hands one text to the network and reports when it is through, with the failure if any. */
  interface Wire {
    void send(String text, Consumer<@Nullable Throwable> done);
  }

  static final int MOST_MESSAGES = 2_000;
  static final long MOST_CHARACTERS = 8_000_000;

  private final Wire wire;
  private final Runnable tooSlow;
  private final Clock clock;
  private final Queue<String> waiting = new ArrayDeque<>();
  private long characters;
  private @Nullable Instant sendingSince;
  private boolean closed;

  SendQueue(Wire wire, Runnable tooSlow, Clock clock) {
    this.wire = wire;
    this.tooSlow = tooSlow;
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
      tooSlow.run();
    } else {
      next();
    }
  }

  /** Whether one message has been on the wire for longer than this. */
  synchronized boolean stuckFor(Duration time) {
    return sendingSince != null && sendingSince.plus(time).isBefore(clock.instant());
  }

  /** Forgets what is waiting. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    characters = 0;
  }

  private void next() {
    String text;
    synchronized (this) {
      if (sendingSince != null || waiting.isEmpty()) {
        return;
      }
      text = waiting.remove();
      characters -= text.length();
      sendingSince = clock.instant();
    }
    wire.send(text, this::sent);
  }

  private void sent(@Nullable Throwable failure) {
    synchronized (this) {
      sendingSince = null;
    }
    if (failure == null) {
      next();
    } else {
      close();
    }
  }
}

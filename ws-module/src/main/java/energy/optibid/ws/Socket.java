package energy.optibid.ws;

import energy.optibid.identity.TokenVerifier.Verified;
import energy.optibid.shared.Caller;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One open socket: who it is for, until when, and what it watches. */
final class Socket {
  /** The token ran out and no newer one came, or its session has ended. */
  static final int TOKEN_EXPIRED = 4401;

  private static final Logger LOG = Logger.getLogger(Socket.class.getName());
  private static final Duration SILENCE = Duration.ofSeconds(45);
  private static final Duration STUCK = Duration.ofSeconds(20);

  private final Session session;
  private final Clock clock;
  private final SendQueue queue;
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private volatile Verified verified;
  private volatile Instant lastHeard;

  Socket(Session session, Verified verified, TickCounts counts, Clock clock) {
    this.session = session;
    this.verified = verified;
    this.clock = clock;
    this.lastHeard = clock.instant();
    this.queue =
        new SendQueue(
            (text, done) ->
                session
                    .getAsyncRemote()
                    .sendText(text, result -> done.accept(noted(result.getException()))),
            () -> close(CloseReason.CloseCodes.TRY_AGAIN_LATER.getCode(), "too slow; resume"),
            counts,
            clock);
  }

  private static @Nullable Throwable noted(@Nullable Throwable failure) {
    if (failure != null) {
      LOG.log(Level.INFO, "A message could not be handed on: {0}", failure.toString());
    }
    return failure;
  }

  Caller caller() {
    return verified.caller();
  }

  /** The signed-in session of its token; null for a token of old. */
  @Nullable UUID session() {
    return verified.session();
  }

  Map<String, Channel> channels() {
    return channels;
  }

  void send(String text) {
    queue.send(text);
  }

  /** Sends a text that a newer one of the same key may replace while it waits. */
  void sendNewest(Object key, String text) {
    queue.sendNewest(key, text);
  }

  void heard() {
    lastHeard = clock.instant();
  }

  /** Takes a newer token; false when it is somebody else's. */
  boolean renew(Verified newer) {
    boolean same =
        newer.caller().userId().equals(caller().userId())
            && newer.caller().organization().equals(caller().organization());
    if (same) {
      verified = newer;
    }
    return same;
  }

  /** Closes the socket when its token has expired, or its client is gone or too slow. */
  void check() {
    Instant now = clock.instant();
    if (!now.isBefore(verified.expiresAt())) {
      close(TOKEN_EXPIRED, "token expired");
    } else if (lastHeard.plus(SILENCE).isBefore(now)) {
      close(CloseReason.CloseCodes.GOING_AWAY.getCode(), "no heartbeat");
    } else if (queue.stuckFor(STUCK)) {
      close(CloseReason.CloseCodes.TRY_AGAIN_LATER.getCode(), "too slow; resume");
    }
  }

  /** A ping frame, which every WebSocket client answers by itself. */
  void ping() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.FINE, "The client is gone", e);
    }
  }

  void close(int code, String reason) {
    queue.close();
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.FINE, "The client is gone", e);
    }
  }
}

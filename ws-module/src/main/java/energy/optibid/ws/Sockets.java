package energy.optibid.ws;

import energy.optibid.identity.RevokedSessions;
import energy.optibid.identity.TokenVerifier.Verified;
import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTicks;
import energy.optibid.outbox.EventLog;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The open sockets of this node: each event to those of its organisation that watch its channel.
 */
@ApplicationScoped
public class Sockets {
  private static final Logger LOG = Logger.getLogger(Sockets.class.getName());
  private static final int HEARTBEAT_SECONDS = 15;

  private static final String SESSION_ENDED = "session ended";
  private static final String TICKS = "optibid_websocket_ticks";

  private final EventLog log;
  private final PriceTicks ticks;
  private final RevokedSessions revoked;
  private final Subscriptions subscriptions;
  private final MetricRegistry metrics;
  private final Clock clock;
  private final TickCounts counts = new TickCounts();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  @Resource private @Nullable ManagedScheduledExecutorService timer;
  private EventLog.@Nullable Subscription events;
  private PriceTicks.@Nullable Subscription prices;
  private RevokedSessions.@Nullable Subscription ends;
  private @Nullable ScheduledFuture<?> checks;
  private long seconds;

  @Inject
  public Sockets(
      EventLog log,
      PriceTicks ticks,
      RevokedSessions revoked,
      Subscriptions subscriptions,
      MetricRegistry metrics,
      Clock clock) {
    this.log = log;
    this.ticks = ticks;
    this.revoked = revoked;
    this.subscriptions = subscriptions;
    this.metrics = metrics;
    this.clock = clock;
  }

  @PostConstruct
  void start() {
    metrics.gauge("optibid_websocket_sessions", open, Set::size);
    metrics.gauge(TICKS, counts, TickCounts::countOffered, new Tag("outcome", "offered"));
    metrics.gauge(TICKS, counts, TickCounts::countDelivered, new Tag("outcome", "delivered"));
    metrics.gauge(TICKS, counts, TickCounts::countConflated, new Tag("outcome", "conflated"));
    metrics.gauge(TICKS, counts, TickCounts::countDropped, new Tag("outcome", "dropped"));
    events = log.subscribe(this::deliver);
    prices = ticks.onTick(this::deliver);
    ends = revoked.onRevoked(this::end);
    if (timer != null) {
      checks = timer.scheduleAtFixedRate(this::check, 1, 1, TimeUnit.SECONDS);
    }
  }

  @PreDestroy
  void stop() {
    if (checks != null) {
      checks.cancel(false);
    }
    if (events != null) {
      events.close();
    }
    if (prices != null) {
      prices.close();
    }
    if (ends != null) {
      ends.close();
    }
    for (Socket socket : open) {
      socket.close(CloseReason.CloseCodes.GOING_AWAY.getCode(), "server stops; resume");
    }
  }

  Socket open(Session session, Verified verified) {
    Socket socket = new Socket(session, verified, counts, clock);
    open.add(socket);
    // it may have ended between the handshake and now
    endIfRevoked(socket);
    return socket;
  }

  /** Takes a newer token; false when it is somebody else's or of a session that has ended. */
  boolean renew(Socket socket, Verified newer) {
    if (revoked.isRevoked(newer.session()) || !socket.renew(newer)) {
      return false;
    }
    endIfRevoked(socket);
    return true;
  }

  private void end(UUID session) {
    for (Socket socket : open) {
      if (session.equals(socket.session())) {
        socket.close(Socket.TOKEN_EXPIRED, SESSION_ENDED);
      }
    }
  }

  private void endIfRevoked(Socket socket) {
    if (revoked.isRevoked(socket.session())) {
      socket.close(Socket.TOKEN_EXPIRED, SESSION_ENDED);
    }
  }

  void remove(Socket socket) {
    open.remove(socket);
    socket.channels().clear();
  }

  private void deliver(LoggedEvent event) {
    for (Socket socket : open) {
      Caller caller = socket.caller();
      Channel channel = socket.channels().get(event.channel());
      if (channel == null) {
        continue;
      }
      if (event.organization() == null) {
        socket.send(ServerMessage.update(event, channel.last()));
      } else if (event.organization().equals(caller.organization())) {
        subscriptions.deliver(socket, channel, event);
      }
    }
  }

  /** The text is made once for all who watch. */
  private void deliver(PriceTick.Numbered numbered) {
    String channel = numbered.tick().channel();
    String text = ServerMessage.tick(ticks.epoch(), numbered);
    TickKey key = new TickKey(channel, numbered.tick().startsAt());
    for (Socket socket : open) {
      if (socket.channels().containsKey(channel)) {
        socket.sendNewest(key, text);
      }
    }
  }

  /** The newest price of a block is what matters. */
  private record TickKey(String channel, Instant startsAt) {}

  private void check() {
    try {
      seconds++;
      for (Socket socket : open) {
        socket.check();
        if (seconds % HEARTBEAT_SECONDS == 0) {
          socket.ping();
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A check of the open sockets failed; it goes on", e);
    }
  }
}

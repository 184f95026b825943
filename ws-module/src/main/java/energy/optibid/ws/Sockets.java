package energy.optibid.ws;

import energy.optibid.outbox.EventLog;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The open sockets of this node: each event to those of its organisation that watch its channel.
 */
@ApplicationScoped
public class Sockets {
  private static final Logger LOG = Logger.getLogger(Sockets.class.getName());
  private static final int HEARTBEAT_SECONDS = 15;

  private final EventLog log;
  private final Subscriptions subscriptions;
  private final MetricRegistry metrics;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  @Resource private @Nullable ManagedScheduledExecutorService timer;
  private EventLog.@Nullable Subscription events;
  private @Nullable ScheduledFuture<?> checks;
  private long seconds;

  @Inject
  public Sockets(EventLog log, Subscriptions subscriptions, MetricRegistry metrics) {
    this.log = log;
    this.subscriptions = subscriptions;
    this.metrics = metrics;
  }

  @PostConstruct
  void start() {
    metrics.gauge("optibid_websocket_sessions", open, Set::size);
    events = log.subscribe(this::deliver);
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
  }

  void add(Socket socket) {
    open.add(socket);
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

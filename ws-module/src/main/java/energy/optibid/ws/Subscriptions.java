package energy.optibid.ws;

import energy.optibid.outbox.EventLog;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ChannelSource;
import energy.optibid.shared.ChannelSource.Snapshot;
import energy.optibid.shared.Tenancy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Begins subscriptions by snapshot or by resuming, and fills gaps of the live stream. */
@ApplicationScoped
public class Subscriptions {
  static final int MOST_PER_SOCKET = 64;

  private static final Logger LOG = Logger.getLogger(Subscriptions.class.getName());
  private static final int PIECE = 500;
  private static final int MOST_REPLAYED = 10_000;
  private static final int MOST_ATTEMPTS = 5;

  private final EventLog log;
  private final Instance<ChannelSource> sources;
  @Resource private @Nullable ManagedExecutorService executor;

  @Inject
  public Subscriptions(EventLog log, @Any Instance<ChannelSource> sources) {
    this.log = log;
    this.sources = sources;
  }

  /** Subscribes the socket; what it may not see does not exist for it. */
  void begin(Socket socket, String name, @Nullable Long from) {
    Caller caller = socket.caller();
    Tenancy.runAs(caller, () -> begin(socket, caller, name, from));
  }

  private void begin(Socket socket, Caller caller, String name, @Nullable Long from) {
    ChannelSource source = ownerOf(name);
    if (source == null || !source.mayRead(caller, name)) {
      socket.send(ServerMessage.error("not_found", "There is no such channel.", name));
      return;
    }
    if (socket.channels().size() >= MOST_PER_SOCKET && !socket.channels().containsKey(name)) {
      socket.send(
          ServerMessage.error(
              "too_many", "At most " + MOST_PER_SOCKET + " channels on one socket.", name));
      return;
    }
    Channel channel = new Channel(event -> socket.send(ServerMessage.update(event)));
    socket.channels().put(name, channel);
    long latest = log.latest(caller.organization(), name);
    if (from != null && from <= latest && latest - from <= MOST_REPLAYED) {
      channel.startAt(from);
      replay(caller, name, channel);
    } else {
      Snapshot snapshot = source.snapshot(caller, name);
      channel.startAt(snapshot.sequence());
      socket.send(ServerMessage.snapshot(name, snapshot));
    }
    goLive(socket, caller, name, channel);
  }

  /** Hands on an event of the caller's organisation. */
  void deliver(Socket socket, Channel channel, LoggedEvent event) {
    switch (channel.offer(event)) {
      case SENT, KEPT_BACK, ALREADY_KNOWN -> {}
      case GAP -> fillLater(socket, event.channel(), channel);
      case OVERFLOW -> startOver(socket, event.channel());
    }
  }

  private void fillLater(Socket socket, String name, Channel channel) {
    if (executor == null) {
      throw new IllegalStateException("The container gives an executor");
    }
    executor.execute(() -> goLive(socket, socket.caller(), name, channel));
  }

  private void goLive(Socket socket, Caller caller, String name, Channel channel) {
    try {
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        if (channel.goLive()) {
          return;
        }
        Tenancy.runAs(caller, () -> replay(caller, name, channel));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A gap in " + name + " could not be filled", e);
    }
    startOver(socket, name);
  }

  private void replay(Caller caller, String name, Channel channel) {
    List<LoggedEvent> piece;
    do {
      piece = log.after(caller.organization(), name, channel.last(), PIECE);
      channel.replay(piece);
    } while (piece.size() == PIECE);
  }

  private static void startOver(Socket socket, String name) {
    socket.channels().remove(name);
    socket.send(ServerMessage.resync(name));
  }

  private @Nullable ChannelSource ownerOf(String name) {
    for (ChannelSource source : sources) {
      if (source.owns(name)) {
        return source;
      }
    }
    return null;
  }
}

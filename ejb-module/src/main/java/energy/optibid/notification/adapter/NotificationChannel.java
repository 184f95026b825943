package energy.optibid.notification.adapter;

import energy.optibid.identity.Permissions;
import energy.optibid.notification.Inbox;
import energy.optibid.outbox.EventLog;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ChannelSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.UUID;

/** {@code notifications.{user}}: a person's own inbox, which nobody else of the house watches. */
@ApplicationScoped
@Typed(ChannelSource.class)
public class NotificationChannel implements ChannelSource {
  private static final String PREFIX = "notifications.";

  private final Inbox inbox;
  private final EventLog log;

  @Inject
  public NotificationChannel(Inbox inbox, EventLog log) {
    this.inbox = inbox;
    this.log = log;
  }

  static String of(UUID user) {
    return PREFIX + user;
  }

  @Override
  public boolean owns(String channel) {
    return channel.startsWith(PREFIX);
  }

  @Override
  public boolean mayRead(Caller caller, String channel) {
    return caller.may(Permissions.NOTIFICATIONS_OWN) && channel.equals(of(caller.userId()));
  }

  @Override
  public Snapshot snapshot(Caller caller, String channel) {
    long sequence = log.latest(caller.organization(), channel);
    return new Snapshot(sequence, Json.createObjectBuilder().add("unread", inbox.unread()).build());
  }
}

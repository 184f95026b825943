package energy.optibid.notification.adapter;

import energy.optibid.notification.AlertKind;
import energy.optibid.notification.Inbox;
import energy.optibid.notification.Notification;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox in PostgreSQL; each query names the caller besides what row-level security does. */
@ApplicationScoped
@Typed(Inbox.class)
@InTransaction
public class StoredInbox implements Inbox {
  private static final String OWN =
      " from notification where organization_id = current_organization() and user_id = ? and in_app";
  private static final String NOTIFICATIONS =
      "select id, at, kind, rule_id, rule_name, critical, title, text, auction_id, bid_id, asset_id,"
          + " read_at"
          + OWN;
  private static final SqlFunction<ResultSet, Notification> NOTIFICATION =
      row -> {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Notification(
            row.getObject("id", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            AlertKind.ofCode(row.getString("kind")),
            row.getObject("rule_id", UUID.class),
            row.getString("rule_name"),
            row.getBoolean("critical"),
            row.getString("title"),
            row.getString("text"),
            row.getObject("auction_id", UUID.class),
            row.getObject("bid_id", UUID.class),
            row.getObject("asset_id", UUID.class),
            readAt == null ? null : readAt.toInstant());
      };

  private final TenantConnections connections;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public StoredInbox(TenantConnections connections, Outbox outbox, Clock clock) {
    this.connections = connections;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Page<Notification> list(boolean unreadOnly, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    List<Notification> found =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    NOTIFICATIONS
                        + " and (not ? or read_at is null) and (?::uuid is null or id < ?::uuid)"
                        + " order by id desc limit ?",
                    NOTIFICATION,
                    user(),
                    unreadOnly,
                    before,
                    before,
                    limit + 1));
    return Page.of(found, limit, notification -> notification.id().toString());
  }

  @Override
  public long unread() {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    "select count(*)" + OWN + " and read_at is null",
                    row -> row.getLong(1),
                    user())
                .orElse(0L));
  }

  @Override
  public Notification read(UUID id) {
    Notification seen = require(id);
    if (seen.readAt() != null) {
      return seen;
    }
    mark("id = ?::uuid", id);
    announce(id);
    return require(id);
  }

  @Override
  public int readAll() {
    int read = mark("?::uuid is null", null);
    if (read > 0) {
      announce(user());
    }
    return read;
  }

  private Notification require(UUID id) {
    return connections
        .withConnection(
            connection ->
                Sql.first(connection, NOTIFICATIONS + " and id = ?", NOTIFICATION, user(), id))
        .orElseThrow(() -> ProblemException.notFound("notification"));
  }

  private int mark(String which, @Nullable UUID id) {
    return connections.withConnection(
        connection ->
            Sql.change(
                connection,
                "update notification set read_at = ? where organization_id = current_organization()"
                    + " and user_id = ? and read_at is null and "
                    + which,
                clock.instant().atOffset(ZoneOffset.UTC),
                user(),
                id));
  }

  /** So that the person's other windows know. */
  private void announce(UUID about) {
    Caller caller = Tenancy.require();
    outbox.append(
        new DomainEvent(
            NotificationChannel.of(caller.userId()),
            caller.organization(),
            "notification",
            about,
            2,
            "notification.read",
            Json.createObjectBuilder().add("unread", unread()).build()));
  }

  private static UUID user() {
    return Tenancy.require().userId();
  }
}

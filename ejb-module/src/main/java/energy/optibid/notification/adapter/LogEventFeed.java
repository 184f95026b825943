package energy.optibid.notification.adapter;

import energy.optibid.notification.domain.EventFeed;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The event log read past a cursor of our own. Its row is held while a batch is worked on and moves
 * in the same transaction; the log is written in the order of its positions by one relay, so that
 * nothing appears behind the cursor later.
 */
@ApplicationScoped
@Typed(EventFeed.class)
public class LogEventFeed implements EventFeed {
  private static final int BATCH = 200;

  private final PlatformTransactions transactions;
  private final TenantConnections connections;

  @Inject
  public LogEventFeed(PlatformTransactions transactions, TenantConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
  }

  @Override
  public int next(Consumer<LoggedEvent> consumer) {
    return transactions.call(
        () -> connections.withConnection(connection -> next(connection, consumer)));
  }

  private static int next(Connection connection, Consumer<LoggedEvent> consumer)
      throws SQLException {
    Optional<Long> cursor =
        Sql.first(
            connection,
            "select position from notification_cursor for update skip locked",
            row -> row.getLong(1));
    if (cursor.isEmpty()) {
      return 0;
    }
    List<Positioned> events =
        Sql.rows(
            connection,
            """
            select position, sequence, event_id, organization_id, channel, type, created_at, payload
            from event_log where position > ? order by position limit ?""",
            LogEventFeed::event,
            cursor.get(),
            BATCH);
    for (Positioned positioned : events) {
      consumer.accept(positioned.event());
    }
    if (!events.isEmpty()) {
      Sql.change(
          connection,
          "update notification_cursor set position = ?",
          events.get(events.size() - 1).position());
    }
    return events.size();
  }

  private static Positioned event(ResultSet row) throws SQLException {
    UUID organization = row.getObject("organization_id", UUID.class);
    return new Positioned(
        row.getLong("position"),
        new LoggedEvent(
            row.getLong("sequence"),
            row.getObject("event_id", UUID.class),
            organization == null ? null : new OrganizationId(organization),
            row.getString("channel"),
            row.getString("type"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            JsonText.object(row.getString("payload"))));
  }

  private record Positioned(long position, LoggedEvent event) {}
}

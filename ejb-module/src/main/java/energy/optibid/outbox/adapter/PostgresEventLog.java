package energy.optibid.outbox.adapter;

import energy.optibid.outbox.EventLog;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log as a table. It is read by the system role, since a socket's catching up has no
 * transaction of a tenant; both queries name the organisation.
 */
@ApplicationScoped
@Typed(EventLog.class)
public class PostgresEventLog implements EventLog {

  private final SystemConnections connections;
  private final EventFanOut fanOut;

  @Inject
  public PostgresEventLog(SystemConnections connections, EventFanOut fanOut) {
    this.connections = connections;
    this.fanOut = fanOut;
  }

  @Override
  public List<LoggedEvent> after(
      @Nullable OrganizationId organization, String channel, long sequence, int limit) {
    return connections.inTransaction(
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select "
                      + LoggedEventRow.COLUMNS
                      + " from event_log where "
                      + stream(organization)
                      + " and channel = ? and sequence > ? order by sequence limit ?")) {
            int next = 1;
            if (organization != null) {
              query.setObject(next++, organization.value());
            }
            query.setString(next++, channel);
            query.setLong(next++, sequence);
            query.setInt(next, limit);
            List<LoggedEvent> events = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                events.add(LoggedEventRow.read(rows));
              }
            }
            return events;
          }
        });
  }

  @Override
  public long latest(@Nullable OrganizationId organization, String channel) {
    return connections.inTransaction(
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select last_sequence from event_stream where "
                      + stream(organization)
                      + " and channel = ?")) {
            int next = 1;
            if (organization != null) {
              query.setObject(next++, organization.value());
            }
            query.setString(next, channel);
            try (ResultSet rows = query.executeQuery()) {
              return rows.next() ? rows.getLong(1) : 0L;
            }
          }
        });
  }

  @Override
  public Subscription subscribe(Consumer<LoggedEvent> consumer) {
    return fanOut.onEvent(consumer);
  }

  /** "is not distinct from" would not use the index. */
  private static String stream(@Nullable OrganizationId organization) {
    return organization == null ? "organization_id is null" : "organization_id = ?";
  }
}

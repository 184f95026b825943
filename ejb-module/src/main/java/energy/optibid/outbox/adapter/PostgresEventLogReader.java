package energy.optibid.outbox.adapter;

import energy.optibid.outbox.EventLogReader;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The log's table by its key; one relay at a time writes it, so positions become visible in order.
 */
@ApplicationScoped
@Typed(EventLogReader.class)
public class PostgresEventLogReader implements EventLogReader {

  private final SystemConnections connections;

  @Inject
  public PostgresEventLogReader(SystemConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<Entry> after(long position, int limit) {
    return connections.inTransaction(
        connection ->
            Sql.rows(
                connection,
                "select "
                    + LoggedEventRow.COLUMNS
                    + ", aggregate_type, aggregate_id, aggregate_version from event_log"
                    + " where position > ? order by position limit ?",
                row ->
                    new Entry(
                        row.getLong("position"),
                        row.getString("aggregate_type"),
                        row.getObject("aggregate_id", UUID.class),
                        row.getLong("aggregate_version"),
                        LoggedEventRow.read(row)),
                position,
                limit));
  }

  @Override
  public long head() {
    return connections.inTransaction(
        connection ->
            Sql.first(
                    connection,
                    "select coalesce(max(position), 0) from event_log",
                    row -> row.getLong(1))
                .orElseThrow());
  }
}

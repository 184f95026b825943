package energy.optibid.gateway.adapter;

import static energy.optibid.gateway.adapter.JdbcMessageStore.utc;

import energy.optibid.gateway.domain.ConnectionStore.Watch;
import energy.optibid.gateway.domain.ScheduleStore;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Written schedules in the table {@code schedule_file}. */
@ApplicationScoped
@Typed(ScheduleStore.class)
public class JdbcScheduleStore implements ScheduleStore {
  private final TenantConnections connections;

  @Inject
  public JdbcScheduleStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<Watch> folders() {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select id, organization_id from exchange_connection"
                    + " where kind = 'file_drop' and enabled order by id",
                row -> new Watch(row.getObject(1, UUID.class), row.getObject(2, UUID.class))));
  }

  @Override
  public boolean hold(UUID connectionId) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    "select pg_try_advisory_xact_lock(hashtextextended('schedules ' || ?, 0))",
                    row -> row.getBoolean(1),
                    connectionId.toString()))
        .orElseThrow();
  }

  @Override
  public Optional<Written> last(UUID connectionId, LocalDate deliveryDay) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                """
                select revision, digest from schedule_file
                 where connection_id = ? and delivery_day = ? order by revision desc limit 1""",
                row -> new Written(row.getInt(1), row.getString(2)),
                connectionId,
                deliveryDay));
  }

  @Override
  public void add(UUID connectionId, LocalDate deliveryDay, Written written, Instant at) {
    int ignored =
        connections.withConnection(
            connection ->
                Sql.change(
                    connection,
                    """
                    insert into schedule_file (organization_id, connection_id, delivery_day,
                      revision, digest, written_at)
                    values (?, ?, ?, ?, ?, ?)""",
                    Tenancy.require().organization().value(),
                    connectionId,
                    deliveryDay,
                    written.revision(),
                    written.digest(),
                    utc(at)));
  }
}

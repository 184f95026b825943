package energy.optibid.jobs.adapter;

import energy.optibid.jobs.domain.ClaimedJob;
import energy.optibid.jobs.domain.JobQueue;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.SystemConnections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Claims by the system role; the database's clock decides about leases. */
public final class PostgresJobQueue implements JobQueue {

  private final SystemConnections connections;
  private final Duration lease;

  public PostgresJobQueue(SystemConnections connections, Duration lease) {
    this.connections = connections;
    this.lease = lease;
  }

  @Override
  public Optional<ClaimedJob> claim(String worker, Set<String> kinds) {
    return connections.inTransaction(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  """
                  update job set state = 'running', worker = ?, attempt = attempt + 1,
                    lease_until = now() + ? * interval '1 millisecond',
                    started_at = coalesce(started_at, now()),
                    version = version + case when state = 'queued' then 1 else 0 end
                  where id = (
                    select id from job
                    where kind = any (?)
                      and (state = 'queued' or (state = 'running' and lease_until < now()))
                    order by created_at, id limit 1 for update skip locked)
                  returning id, organization_id, requested_by, kind, input, attempt,
                    cancel_requested""")) {
            update.setString(1, worker);
            update.setLong(2, lease.toMillis());
            update.setArray(3, connection.createArrayOf("text", kinds.toArray()));
            try (ResultSet row = update.executeQuery()) {
              return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public Beat beat(ClaimedJob job) {
    return connections.inTransaction(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  """
                  update job set lease_until = now() + ? * interval '1 millisecond'
                  where id = ? and attempt = ? and state = 'running'
                  returning cancel_requested""")) {
            update.setLong(1, lease.toMillis());
            fence(update, 2, job);
            try (ResultSet row = update.executeQuery()) {
              if (!row.next()) {
                return Beat.LOST;
              }
              return row.getBoolean(1) ? Beat.CANCEL : Beat.GO_ON;
            }
          }
        });
  }

  @Override
  public void release(ClaimedJob job) {
    connections.inTransaction(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  """
                  update job set state = 'queued', lease_until = null, worker = null,
                    attempt = attempt - 1, version = version + 1
                  where id = ? and attempt = ? and state = 'running'""")) {
            fence(update, 1, job);
            return update.executeUpdate();
          }
        });
  }

  private static void fence(PreparedStatement statement, int from, ClaimedJob job)
      throws SQLException {
    statement.setObject(from, job.id());
    statement.setInt(from + 1, job.attempt());
  }

  private static ClaimedJob read(ResultSet row) throws SQLException {
    return new ClaimedJob(
        row.getObject("id", UUID.class),
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getObject("requested_by", UUID.class),
        row.getString("kind"),
        JsonText.object(row.getString("input")),
        row.getInt("attempt"),
        row.getBoolean("cancel_requested"));
  }
}

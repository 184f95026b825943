package energy.optibid.jobs.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.outbox.DatabaseSignals;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The job table as an organisation sees it. */
@ApplicationScoped
@Typed(Jobs.class)
public class PostgresJobs implements Jobs {

  private final TenantConnections connections;
  private final Transactions transactions;
  private final Outbox outbox;
  private final AuditTrail audit;

  @Inject
  public PostgresJobs(
      TenantConnections connections, Transactions transactions, Outbox outbox, AuditTrail audit) {
    this.connections = connections;
    this.transactions = transactions;
    this.outbox = outbox;
    this.audit = audit;
  }

  @Override
  public Job enqueue(String kind, JsonObject input) {
    Caller caller = Tenancy.require();
    return connections.withConnection(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  insert into job (id, organization_id, requested_by, kind, input)
                  values (?, ?, ?, ?, ?::jsonb) returning\s"""
                      + JobRow.COLUMNS)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, caller.organization().value());
            insert.setObject(3, caller.userId());
            insert.setString(4, kind);
            insert.setString(5, input.toString());
            Job job = one(insert);
            wakeWorkers(connection);
            return job;
          }
        });
  }

  @Override
  public Job find(UUID id) {
    return transactions.call(
        () -> connections.withConnection(connection -> find(connection, id, "")));
  }

  @Override
  public Page<Job> list(@Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    List<Job> jobs =
        transactions.call(
            () -> connections.withConnection(connection -> list(connection, before, limit + 1)));
    return Page.of(jobs, limit, job -> job.id().toString());
  }

  @Override
  public Job cancel(UUID id) {
    Caller caller = Tenancy.require();
    return transactions.call(
        () -> {
          Job cancelled = connections.withConnection(connection -> cancel(connection, id));
          audit.record("job.cancelled", "job", id, record(cancelled));
          if (cancelled.state() == Job.State.CANCELLED) {
            outbox.append(JobRow.event(cancelled, caller.organization(), "job.cancelled"));
          }
          return cancelled;
        });
  }

  private static JsonObject record(Job job) {
    return Json.createObjectBuilder()
        .add("kind", job.kind())
        .add("state", job.state().slug())
        .build();
  }

  private static Job cancel(Connection connection, UUID id) throws SQLException {
    Job job = find(connection, id, " for update");
    if (job.state().isFinal()) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "The job is over (%s) and cannot be cancelled.".formatted(job.state().slug()));
    }
    String change =
        job.state() == Job.State.QUEUED
            ? "state = 'cancelled', finished_at = now()"
            : "cancel_requested = true";
    try (var update =
        connection.prepareStatement(
            "update job set version = version + 1, "
                + change
                + " where id = ? returning "
                + JobRow.COLUMNS)) {
      update.setObject(1, id);
      Job changed = one(update);
      wakeWorkers(connection);
      return changed;
    }
  }

  private static Job find(Connection connection, UUID id, String lock) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select "
                + JobRow.COLUMNS
                + " from job where id = ? and organization_id = current_organization()"
                + lock)) {
      query.setObject(1, id);
      return one(query);
    }
  }

  private static List<Job> list(Connection connection, @Nullable UUID before, int limit)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select "
                + JobRow.COLUMNS
                + """
                 from job where organization_id = current_organization()
                  and (?::uuid is null or id < ?::uuid)
                order by id desc limit ?""")) {
      query.setObject(1, before);
      query.setObject(2, before);
      query.setInt(3, limit);
      List<Job> jobs = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          jobs.add(JobRow.read(rows));
        }
      }
      return jobs;
    }
  }

  private static void wakeWorkers(Connection connection) throws SQLException {
    try (var notify = connection.createStatement()) {
      notify.execute("notify " + DatabaseSignals.JOBS);
    }
  }

  private static Job one(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw ProblemException.notFound("job");
      }
      return JobRow.read(row);
    }
  }
}

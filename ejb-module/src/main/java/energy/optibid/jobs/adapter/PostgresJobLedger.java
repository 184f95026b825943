package energy.optibid.jobs.adapter;

import energy.optibid.jobs.Job;
import energy.optibid.jobs.Job.Progress;
import energy.optibid.jobs.domain.ClaimedJob;
import energy.optibid.jobs.domain.JobLedger;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Progress and end of a job, under its organisation. */
@ApplicationScoped
@Typed(JobLedger.class)
public class PostgresJobLedger implements JobLedger {

  private static final String FENCE =
      " where id = ? and attempt = ? and state = 'running' returning " + JobRow.COLUMNS;

  private final TenantConnections connections;
  private final Transactions transactions;
  private final Outbox outbox;

  @Inject
  public PostgresJobLedger(
      TenantConnections connections, Transactions transactions, Outbox outbox) {
    this.connections = connections;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  @Override
  public void progress(ClaimedJob job, Progress progress) {
    transactions.call(
        () -> {
          Optional<Job> written =
              connections.withConnection(
                  connection -> {
                    try (var update =
                        connection.prepareStatement(
                            """
                            update job set progress_done = ?, progress_total = ?,
                              progress_note = ?"""
                                + FENCE)) {
                      fill(update, 1, progress);
                      return write(update, 4, job);
                    }
                  });
          written.ifPresent(row -> tell(row, job, "job.progress"));
          return written;
        });
  }

  @Override
  public void finish(ClaimedJob job, Outcome outcome, Progress progress) {
    transactions.call(
        () -> {
          Optional<Job> written =
              connections.withConnection(
                  connection -> {
                    try (var update =
                        connection.prepareStatement(
                            """
                            update job set progress_done = ?, progress_total = ?,
                              progress_note = ?, state = ?, result = ?::jsonb, error = ?,
                              finished_at = now(), lease_until = null, version = version + 1"""
                                + FENCE)) {
                      fill(update, 1, progress);
                      JsonObject result = outcome.result();
                      update.setString(4, outcome.state().slug());
                      update.setString(5, result == null ? null : result.toString());
                      update.setString(6, outcome.error());
                      return write(update, 7, job);
                    }
                  });
          written.ifPresent(row -> tell(row, job, "job." + outcome.state().slug()));
          return written;
        });
  }

  private void tell(Job row, ClaimedJob job, String type) {
    outbox.append(JobRow.event(row, job.organization(), type));
  }

  private static void fill(PreparedStatement update, int from, Progress progress)
      throws SQLException {
    update.setLong(from, progress.done());
    update.setLong(from + 1, progress.total());
    update.setString(from + 2, progress.note());
  }

  private static Optional<Job> write(PreparedStatement update, int from, ClaimedJob job)
      throws SQLException {
    update.setObject(from, job.id());
    update.setInt(from + 1, job.attempt());
    try (ResultSet row = update.executeQuery()) {
      return row.next() ? Optional.of(JobRow.read(row)) : Optional.empty();
    }
  }
}

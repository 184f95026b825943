package energy.optibid.jobs.adapter;

import energy.optibid.jobs.Job;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of job, and the event that tells of it. */
final class JobRow {

  static final String COLUMNS =
      """
      id, kind, state, progress_done, progress_total, progress_note, error, result, created_at, \
      started_at, finished_at, version""";

  private JobRow() {}

  static Job read(ResultSet row) throws SQLException {
    String result = row.getString("result");
    Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
    return new Job(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        Job.State.of(row.getString("state")),
        new Job.Progress(
            row.getLong("progress_done"),
            row.getLong("progress_total"),
            row.getString("progress_note")),
        row.getString("error"),
        result == null ? null : JsonText.object(result),
        createdAt,
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getLong("version"));
  }

  /** The event on the job's own channel, {@code jobs.{id}}. */
  static DomainEvent event(Job job, OrganizationId organization, String type) {
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("id", job.id().toString())
            .add("kind", job.kind())
            .add("state", job.state().slug())
            .add(
                "progress",
                Json.createObjectBuilder()
                    .add("done", job.progress().done())
                    .add("total", job.progress().total())
                    .add("note", job.progress().note()));
    String error = job.error();
    if (error != null) {
      payload.add("error", error);
    }
    JsonObject result = job.result();
    if (result != null) {
      payload.add("result", result);
    }
    return new DomainEvent(
        "jobs." + job.id(), organization, "job", job.id(), job.version(), type, payload.build());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}

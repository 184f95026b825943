package energy.optibid.audit.adapter;

import energy.optibid.audit.AuditEntry;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.engine.audit.RecordedChange;
import energy.optibid.shared.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code audit_entry e}, with {@code audit_seal s} where the chain matters. */
final class AuditRows {
  static final String ENTRY =
      "e.id, e.organization_id, e.at, e.actor, e.actor_kind, e.session_id, e.address,"
          + " e.user_agent, e.action, e.subject_type, e.subject_id, e.before, e.after";
  static final String SEAL = "s.number, s.previous_hash, s.hash, s.sealed_at";

  private AuditRows() {}

  /** What is hashed. */
  static RecordedChange change(ResultSet row) throws SQLException {
    return new RecordedChange(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        time(row, "at"),
        row.getObject("actor", UUID.class),
        row.getString("actor_kind"),
        row.getObject("session_id", UUID.class),
        row.getString("address"),
        row.getString("user_agent"),
        row.getString("action"),
        row.getString("subject_type"),
        row.getObject("subject_id", UUID.class),
        row.getString("before"),
        row.getString("after"));
  }

  /** A row that has its seal. */
  static ChainedEntry chained(ResultSet row) throws SQLException {
    return change(row)
        .chained(row.getLong("number"), row.getString("previous_hash"), row.getString("hash"));
  }

  /** A row with the actor's {@code display_name}, with or without its seal. */
  static AuditEntry entry(ResultSet row) throws SQLException {
    String before = row.getString("before");
    return new AuditEntry(
        row.getObject("id", UUID.class),
        time(row, "at"),
        row.getObject("actor", UUID.class),
        row.getString("display_name"),
        AuditEntry.ActorKind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
        row.getObject("session_id", UUID.class),
        row.getString("address"),
        row.getString("user_agent"),
        row.getString("action"),
        row.getString("subject_type"),
        row.getObject("subject_id", UUID.class),
        before == null ? null : JsonText.object(before),
        JsonText.object(row.getString("after")),
        seal(row));
  }

  private static AuditEntry.@Nullable Seal seal(ResultSet row) throws SQLException {
    String hash = row.getString("hash");
    return hash == null
        ? null
        : new AuditEntry.Seal(row.getLong("number"), hash, time(row, "sealed_at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

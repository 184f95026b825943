package energy.optibid.audit.adapter;

import energy.optibid.audit.AuditQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An {@link AuditQuery} as conditions on {@code audit_entry e}. */
final class AuditFilter {
  private final StringBuilder conditions =
      new StringBuilder("e.organization_id = current_organization()");
  private final List<Object> values = new ArrayList<>();

  AuditFilter(AuditQuery query) {
    if (query.actor() != null) {
      and("e.actor = ?", query.actor());
    }
    if (query.subjectType() != null) {
      and("e.subject_type = ?", query.subjectType());
    }
    if (query.subjectId() != null) {
      and("e.subject_id = ?", query.subjectId());
    }
    if (query.action() != null) {
      and("starts_with(e.action, ?)", query.action());
    }
    if (query.from() != null) {
      and("e.at >= ?", time(query.from()));
    }
    if (query.to() != null) {
      and("e.at < ?", time(query.to()));
    }
    if (query.text() != null) {
      and(
          "position(lower(?) in lower(concat_ws(' ', e.action, e.subject_type, e.before,"
              + " e.after))) > 0",
          query.text());
    }
  }

  /** One more condition with one value. */
  AuditFilter and(String condition, Object value) {
    conditions.append(" and ").append(condition);
    values.add(value);
    return this;
  }

  String sql() {
    return conditions.toString();
  }

  /** Sets the values from the first parameter on, and says which is the next. */
  int set(PreparedStatement statement) throws SQLException {
    int next = 1;
    for (Object value : values) {
      statement.setObject(next++, value);
    }
    return next;
  }

  private static Object time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

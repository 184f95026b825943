package energy.optibid.outbox.adapter;

import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of event_log as an event. */
final class LoggedEventRow {

  static final String COLUMNS =
      "position, sequence, event_id, organization_id, channel, type, created_at, payload";

  private LoggedEventRow() {}

  static LoggedEvent read(ResultSet row) throws SQLException {
    UUID organization = row.getObject("organization_id", UUID.class);
    return new LoggedEvent(
        row.getLong("sequence"),
        row.getObject("event_id", UUID.class),
        organization == null ? null : new OrganizationId(organization),
        row.getString("channel"),
        row.getString("type"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        JsonText.object(row.getString("payload")));
  }
}

package energy.optibid.settlement.adapter;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.testing.PostgresServer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What an organisation left in the outbox, which no relay empties here. */
final class LoggedEvents {
  private final PostgresServer server;
  private final OrganizationId organization;
  private int taken;

  LoggedEvents(PostgresServer server, OrganizationId organization) {
    this.server = server;
    this.organization = organization;
  }

  /** Everything, in its order. */
  List<ConsumedEvent> all() {
    return server
        .systemConnections()
        .inTransaction(
            connection ->
                Sql.rows(
                    connection,
                    "select * from outbox where organization_id = ? order by position",
                    row ->
                        new ConsumedEvent(
                            row.getObject("event_id", UUID.class),
                            organization,
                            row.getString("channel"),
                            row.getString("type"),
                            row.getString("aggregate_type"),
                            row.getObject("aggregate_id", UUID.class),
                            row.getLong("aggregate_version"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            null,
                            JsonText.object(row.getString("payload"))),
                    organization.value()));
  }

  /** What came since the last time. */
  List<ConsumedEvent> since() {
    List<ConsumedEvent> all = all();
    List<ConsumedEvent> fresh = all.subList(taken, all.size());
    taken = all.size();
    return fresh;
  }
}

package energy.optibid.notification.adapter;

import energy.optibid.notification.AlertRule.Channel;
import energy.optibid.notification.AlertRule.Digest;
import energy.optibid.notification.Deliveries;
import energy.optibid.notification.Delivery;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of deliveries in PostgreSQL. */
@ApplicationScoped
@Typed(Deliveries.class)
@InTransaction
public class StoredDeliveries implements Deliveries {
  private final TenantConnections connections;

  @Inject
  public StoredDeliveries(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public Page<Delivery> list(Delivery.@Nullable State state, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    String word = state == null ? null : state.code();
    List<Delivery> found =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    """
                    select d.id, d.notification_id, n.title, d.channel, d.recipient, d.digest,
                      d.state, d.attempts, d.created_at, d.due_at, d.finished_at, d.error
                    from notification_delivery d join notification n on n.id = d.notification_id
                    where d.organization_id = current_organization() and d.user_id = ?
                      and (?::text is null or d.state = ?)
                      and (?::uuid is null or d.id < ?::uuid)
                    order by d.id desc limit ?""",
                    StoredDeliveries::read,
                    Tenancy.require().userId(),
                    word,
                    word,
                    before,
                    before,
                    limit + 1));
    return Page.of(found, limit, delivery -> delivery.id().toString());
  }

  private static Delivery read(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("notification_id", UUID.class),
        row.getString("title"),
        Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        row.getString("recipient"),
        Digest.valueOf(row.getString("digest").toUpperCase(Locale.ROOT)),
        Delivery.State.ofCode(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getString("error"));
  }
}

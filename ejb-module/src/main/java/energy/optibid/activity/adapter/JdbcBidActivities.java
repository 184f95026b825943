package energy.optibid.activity.adapter;

import energy.optibid.activity.BidActivities;
import energy.optibid.activity.BidActivity;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Page;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The projection as its organisation reads it. */
@ApplicationScoped
@Typed(BidActivities.class)
public class JdbcBidActivities implements BidActivities {

  private final Transactions transactions;
  private final TenantConnections connections;

  @Inject
  public JdbcBidActivities(Transactions transactions, TenantConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
  }

  @Override
  public Page<BidActivity> list(@Nullable UUID auctionId, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    List<BidActivity> activities =
        transactions.call(
            () ->
                connections.withConnection(
                    connection ->
                        Sql.rows(
                            connection,
                            """
                            select a.*, u.display_name from bid_activity a
                            left join app_user u on u.id = a.actor
                            where a.organization_id = current_organization()
                              and (?::uuid is null or a.auction_id = ?::uuid)
                              and (?::uuid is null or a.event_id < ?::uuid)
                            order by a.event_id desc limit ?""",
                            JdbcBidActivities::read,
                            auctionId,
                            auctionId,
                            before,
                            before,
                            limit + 1)));
    return Page.of(activities, limit, activity -> activity.id().toString());
  }

  private static BidActivity read(ResultSet row) throws SQLException {
    return new BidActivity(
        row.getObject("event_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("type"),
        row.getObject("actor", UUID.class),
        row.getString("display_name"),
        row.getObject("auction_id", UUID.class),
        row.getObject("bid_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getObject("version_number", Integer.class),
        row.getBigDecimal("awarded_mwh"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getString("reason"));
  }
}

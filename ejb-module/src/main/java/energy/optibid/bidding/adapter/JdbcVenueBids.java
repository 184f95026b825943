package energy.optibid.bidding.adapter;

import energy.optibid.bidding.VenueBid;
import energy.optibid.bidding.VenueBids;
import energy.optibid.bidding.VenuePurchase;
import energy.optibid.market.World;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Submissions of a delivery day with what they say, from PostgreSQL. */
@ApplicationScoped
@Typed(VenueBids.class)
@InTransaction
public class JdbcVenueBids implements VenueBids {
  /** Which they are, from the delivery day and what names the world. */
  private static final String UNRESOLVED =
      """
        from auction a
        join submission s on s.auction_id = a.id
         and s.state in ('queued', 'sent', 'in_doubt', 'acknowledged', 'withdraw_requested')
        join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
       where a.delivery_day = ?
         and %s
         and a.state in ('scheduled', 'open', 'closed')
      """;

  private final TenantConnections connections;

  @Inject
  public JdbcVenueBids(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public List<VenueBid> unresolved(World world, LocalDate deliveryDay, @Nullable UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select s.bid_id, v.number, v.asset_id, v.side, v.label, v.curve_ends,
                       v.block_orders, a.id as auction_id, a.market_code, a.session,
                       a.delivery_day, a.time_zone, a.block_minutes
                """
                    + UNRESOLVED.formatted(world.condition("a"))
                    + """
                       and (?::uuid is null or v.asset_id = ?::uuid)
                     order by s.bid_id, v.number
                    """,
                JdbcVenueBids::bid,
                deliveryDay,
                world.id(),
                assetId,
                assetId));
  }

  @Override
  public List<VenuePurchase> purchases(World world, LocalDate deliveryDay) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select s.bid_id, v.asset_id, v.area_code, v.side, v.label, v.lines, v.carry_over,
                       v.block_orders, a.market_code, a.block_minutes
                """
                    + UNRESOLVED.formatted(world.condition("a"))
                    + " and v.side = 'buy' order by s.bid_id, v.number",
                row ->
                    new VenuePurchase(
                        row.getObject("bid_id", UUID.class),
                        row.getString("market_code"),
                        row.getInt("block_minutes"),
                        BidRows.content(row)),
                deliveryDay,
                world.id()));
  }

  private static VenueBid bid(ResultSet row) throws SQLException {
    return new VenueBid(
        row.getObject("bid_id", UUID.class),
        row.getInt("number"),
        BidRows.offer(row),
        row.getObject("auction_id", UUID.class),
        row.getString("market_code"),
        row.getInt("session"),
        row.getObject("delivery_day", LocalDate.class),
        row.getString("time_zone"),
        row.getInt("block_minutes"));
  }
}

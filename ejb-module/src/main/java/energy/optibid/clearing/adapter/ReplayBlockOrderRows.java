package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.ReplayOutcome.OrderResult;
import energy.optibid.clearing.ReplayOutcome.OwnBlockOrder;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.shared.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Block orders of a replay's own bids, in {@code replay_block_order}. */
final class ReplayBlockOrderRows {
  private ReplayBlockOrderRows() {}

  static void add(Connection connection, UUID replayId, List<OwnBlockOrder> orders)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into replay_block_order (
              replay_id, position, organization_id, bid_id, change, block_order, area_code, side,
              price_before, decision_before, ratio_before, offered_before, accepted_before,
              revenue_before, price_after, decision_after, ratio_after, offered_after,
              accepted_after, revenue_after)
            values (?, ?, current_organization(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (int position = 0; position < orders.size(); position++) {
        OwnBlockOrder order = orders.get(position);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(replayId);
        values.add(position);
        values.add(order.bidId());
        values.add(order.change());
        values.add(order.blockOrder());
        values.add(order.areaCode());
        values.add(order.side().code());
        addResult(values, order.before());
        addResult(values, order.after());
        for (int i = 0; i < values.size(); i++) {
          insert.setObject(i + 1, values.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void addResult(List<@Nullable Object> values, @Nullable OrderResult result) {
    values.add(result == null ? null : result.price());
    values.add(result == null ? null : result.decision().name().toLowerCase(Locale.ROOT));
    values.add(result == null ? null : result.ratio());
    values.add(result == null ? null : result.offeredMwh());
    values.add(result == null ? null : result.acceptedMwh());
    values.add(result == null ? null : result.revenue());
  }

  static List<OwnBlockOrder> of(Connection connection, UUID replayId) throws SQLException {
    return Sql.rows(
        connection,
        "select * from replay_block_order where replay_id = ? order by position",
        ReplayBlockOrderRows::order,
        replayId);
  }

  private static OwnBlockOrder order(ResultSet row) throws SQLException {
    return new OwnBlockOrder(
        row.getObject("bid_id", UUID.class),
        row.getObject("change", Integer.class),
        row.getString("block_order"),
        row.getString("area_code"),
        BidSide.ofCode(row.getString("side")).orElseThrow(),
        result(row, "_before"),
        result(row, "_after"));
  }

  private static @Nullable OrderResult result(ResultSet row, String when) throws SQLException {
    BigDecimal price = row.getBigDecimal("price" + when);
    return price == null
        ? null
        : new OrderResult(
            price,
            BlockDecision.valueOf(row.getString("decision" + when).toUpperCase(Locale.ROOT)),
            row.getBigDecimal("ratio" + when),
            row.getBigDecimal("offered" + when),
            row.getBigDecimal("accepted" + when),
            row.getBigDecimal("revenue" + when));
  }
}

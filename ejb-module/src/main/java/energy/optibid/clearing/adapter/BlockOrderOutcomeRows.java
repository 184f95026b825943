package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.domain.BlockResults;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.shared.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What became of block orders, in the table {@code award_block_order}. */
final class BlockOrderOutcomeRows {
  private BlockOrderOutcomeRows() {}

  static int[] add(Connection connection, List<BlockOrderOutcome> outcomes) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into award_block_order (run_id, organization_id, bid_id, block_order, area_code,
              side, price, decision, ratio, offered_mwh, accepted_mwh, surplus, average_price,
              distance, currency)
            select ?, organization_id, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from bid where id = ?
            """)) {
      for (BlockOrderOutcome outcome : outcomes) {
        Object[] values = {
          outcome.runId(),
          outcome.blockOrder(),
          outcome.areaCode(),
          outcome.side().code(),
          outcome.price(),
          outcome.decision().name().toLowerCase(Locale.ROOT),
          outcome.ratio(),
          outcome.offeredMwh(),
          outcome.acceptedMwh(),
          outcome.surplus(),
          outcome.averagePrice(),
          outcome.distance(),
          outcome.currency(),
          outcome.bidId()
        };
        for (int i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
      }
      return insert.executeBatch();
    }
  }

  /** Of the latest run of the bid's own auction that cleared, by name of the order. */
  static List<BlockOrderOutcome> ofBid(Connection connection, UUID bidId) throws SQLException {
    return Sql.rows(
        connection,
        """
        select o.* from award_block_order o
         where o.bid_id = ?
           and o.run_id = (select r.id from clearing_run r join bid b on b.auction_id = r.auction_id
                            where b.id = o.bid_id and r.state = 'cleared'
                            order by r.number desc limit 1)
         order by o.block_order
        """,
        BlockOrderOutcomeRows::outcome,
        bidId);
  }

  private static BlockOrderOutcome outcome(ResultSet row) throws SQLException {
    return BlockResults.explained(
        new BlockOrderOutcome(
            row.getObject("run_id", UUID.class),
            row.getObject("bid_id", UUID.class),
            row.getString("block_order"),
            row.getString("area_code"),
            BidSide.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
            row.getBigDecimal("price"),
            BlockDecision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
            row.getBigDecimal("ratio"),
            row.getBigDecimal("offered_mwh"),
            row.getBigDecimal("accepted_mwh"),
            row.getBigDecimal("surplus"),
            row.getBigDecimal("average_price"),
            row.getBigDecimal("distance"),
            row.getString("currency"),
            ""));
  }
}

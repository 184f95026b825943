package energy.optibid.market.adapter;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.BlockBook;
import energy.optibid.market.ClearingInput;
import energy.optibid.market.OrderBooks;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Order books as they are stored: one row per area, block and side, the steps in two arrays. */
@ApplicationScoped
@Typed(OrderBooks.class)
public class StoredOrderBooks implements OrderBooks {
  private final TenantTransactions connections;

  @Inject
  public StoredOrderBooks(Transactions transactions, TenantConnections connections) {
    this.connections = new TenantTransactions(transactions, connections);
  }

  @Override
  public ClearingInput load(UUID auctionId, ClearingRules rules) {
    return connections.call(
        connection -> {
          AuctionFrame auction = AuctionFrame.read(connection, auctionId);
          return new ClearingInput(
              auctionId,
              blocks(connection, auction, 1, auction.day().blockCount(), rules),
              blockOrders(connection, auctionId));
        });
  }

  @Override
  public BlockBook load(UUID auctionId, int block, ClearingRules rules) {
    return connections.call(
        connection -> {
          AuctionFrame auction = AuctionFrame.read(connection, auctionId);
          if (block < 1 || block > auction.day().blockCount()) {
            throw ProblemException.notFound("block of this auction: " + block);
          }
          return blocks(connection, auction, block, block, rules).get(0);
        });
  }

  private static List<BlockBook> blocks(
      Connection connection, AuctionFrame auction, int from, int to, ClearingRules rules)
      throws SQLException {
    List<List<Order>> orders = new ArrayList<>();
    for (int block = from; block <= to; block++) {
      orders.add(new ArrayList<>());
    }
    List<LinkRow> links = links(connection, auction.id());
    List<ExchangeRow> exchanges = exchanges(connection, auction.id());
    Sql.rows(
        connection,
        "select block, area, side, prices, quantities from auction_book"
            + " where auction_id = ? and block between ? and ? order by block, area, side",
        row -> orders.get(row.getInt(1) - from).add(order(row)),
        auction.id(),
        from,
        to);
    List<BlockBook> books = new ArrayList<>();
    for (int block = from; block <= to; block++) {
      int index = block - 1;
      books.add(
          new BlockBook(
              block,
              auction.day().block(block),
              auction.areas(),
              orders.get(block - from),
              links.stream().map(link -> link.at(index)).toList(),
              exchanges.stream().map(exchange -> exchange.at(index)).toList(),
              rules));
    }
    return books;
  }

  private static List<BlockOrder> blockOrders(Connection connection, UUID auctionId)
      throws SQLException {
    return Sql.rows(
        connection,
        "select block_id, area, side, price, periods, quantities from auction_block"
            + " where auction_id = ? order by block_id",
        StoredOrderBooks::blockOrder,
        auctionId);
  }

  /** All-or-none: the files say nothing of curtailing. */
  private static BlockOrder blockOrder(ResultSet row) throws SQLException {
    Number[] periods = (Number[]) row.getArray(5).getArray();
    Long[] quantities = longs(row, 6);
    Map<Integer, Power> powers = new TreeMap<>();
    for (int i = 0; i < periods.length; i++) {
      powers.put(periods[i].intValue(), new Power(quantities[i]));
    }
    return BlockOrder.whole(
        row.getString(1),
        row.getString(2),
        Side.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        new Price(row.getLong(4)),
        powers);
  }

  private static Order order(ResultSet row) throws SQLException {
    String area = row.getString(2);
    Side side = Side.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
    Long[] prices = longs(row, 4);
    Long[] quantities = longs(row, 5);
    List<Step> steps = new ArrayList<>(prices.length);
    for (int i = 0; i < prices.length; i++) {
      steps.add(new Step(new Price(prices[i]), new Power(quantities[i])));
    }
    return new Order(BlockBook.orderId(area, side), area, side, steps);
  }

  private static List<LinkRow> links(Connection connection, UUID auctionId) throws SQLException {
    return Sql.rows(
        connection,
        "select from_area, to_area, forward_kw, reverse_kw from auction_link"
            + " where auction_id = ? order by from_area, to_area",
        row -> new LinkRow(row.getString(1), row.getString(2), longs(row, 3), longs(row, 4)),
        auctionId);
  }

  private static List<ExchangeRow> exchanges(Connection connection, UUID auctionId)
      throws SQLException {
    return Sql.rows(
        connection,
        "select area, external_area, export_kw from auction_exchange"
            + " where auction_id = ? order by area, external_area",
        row -> new ExchangeRow(row.getString(1), row.getString(2), longs(row, 3)),
        auctionId);
  }

  private static Long[] longs(ResultSet row, int column) throws SQLException {
    return (Long[]) row.getArray(column).getArray();
  }

  private record LinkRow(String from, String to, Long[] forward, Long[] reverse) {
    Link at(int index) {
      return new Link(
          from + "_" + to, from, to, new Power(reverse[index]), new Power(forward[index]));
    }
  }

  private record ExchangeRow(String area, String external, Long[] export) {
    ExternalExchange at(int index) {
      return new ExternalExchange(area, external, new Power(export[index]));
    }
  }
}

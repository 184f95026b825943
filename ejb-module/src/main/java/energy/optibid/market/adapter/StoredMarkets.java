package energy.optibid.market.adapter;

import energy.optibid.market.BidArea;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Market;
import energy.optibid.market.MarketOperator;
import energy.optibid.market.Markets;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables every organisation shares. */
@ApplicationScoped
@Typed({Markets.class, BidAreas.class})
public class StoredMarkets implements Markets, BidAreas {
  private static final String MARKETS =
      "select code, name, operator_code, currency, time_zone, simulated, segment, grid, takes_orders"
          + " from market";
  private static final SqlFunction<ResultSet, Market> MARKET =
      row ->
          new Market(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getBoolean(6),
              row.getString(7),
              row.getString(8),
              row.getBoolean(9));
  private static final String AREAS = "select market_code, code, name, kind, region from bid_area";
  private static final SqlFunction<ResultSet, BidArea> AREA =
      row ->
          new BidArea(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              BidArea.Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
              row.getString(5));

  private final TenantTransactions connections;

  @Inject
  public StoredMarkets(Transactions transactions, TenantConnections connections) {
    this.connections = new TenantTransactions(transactions, connections);
  }

  @Override
  public List<MarketOperator> operators() {
    return connections.call(
        connection ->
            Sql.rows(
                connection,
                "select code, name, country from market_operator order by code",
                row -> new MarketOperator(row.getString(1), row.getString(2), row.getString(3))));
  }

  @Override
  public List<Market> all() {
    return connections.call(connection -> Sql.rows(connection, MARKETS + " order by code", MARKET));
  }

  @Override
  public Optional<Market> find(String code) {
    return connections.call(
        connection -> Sql.first(connection, MARKETS + " where code = ?", MARKET, code));
  }

  @Override
  public List<BidArea> of(String marketCode) {
    return connections.call(
        connection ->
            Sql.rows(
                connection,
                AREAS
                    + " where market_code = ? order by array_position("
                    + "array['bidding', 'total', 'external', 'index'], kind), code",
                AREA,
                marketCode));
  }

  @Override
  public Optional<BidArea> find(String marketCode, String areaCode) {
    return connections.call(
        connection ->
            Sql.first(
                connection,
                AREAS + " where market_code = ? and code = ?",
                AREA,
                marketCode,
                areaCode));
  }
}

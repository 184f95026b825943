package energy.optibid.clearing.adapter;

import energy.optibid.clearing.DayOverview;
import energy.optibid.clearing.DayOverviews;
import energy.optibid.clearing.domain.OverviewAssembly;
import energy.optibid.clearing.domain.ResultSlice;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Overviews from the latest run of each auction, one query a day. */
@ApplicationScoped
@Typed(DayOverviews.class)
public class JdbcDayOverviews implements DayOverviews {
  private final Transactions transactions;
  private final TenantConnections connections;

  @Inject
  public JdbcDayOverviews(Transactions transactions, TenantConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
  }

  @Override
  public DayOverview of(UUID exchangeId, LocalDate day) {
    List<ResultSlice> slices =
        transactions.call(
            () ->
                connections.withConnection(
                    connection ->
                        Sql.rows(
                            connection,
                            """
                            select a.market_code, a.currency, a.time_zone, a.block_minutes,
                                   a.delivery_day, a.first_block, c.area_code, c.price,
                                   c.supply_mwh, c.demand_mwh, r.unconstrained_price,
                                   r.unconstrained_mwh
                              from auction a
                              join clearing_run r on r.id = a.latest_run_id
                              join clearing_area c on c.run_id = r.id
                             where a.exchange_id = ? and a.delivery_day = ?
                             order by a.market_code, a.session, c.area_code
                            """,
                            JdbcDayOverviews::slice,
                            exchangeId,
                            day)));
    return OverviewAssembly.of(exchangeId, day, slices);
  }

  private static ResultSlice slice(ResultSet row) throws SQLException {
    DeliveryDay day =
        new DeliveryDay(
            row.getObject("delivery_day", LocalDate.class),
            ZoneId.of(row.getString("time_zone")),
            Duration.ofMinutes(row.getInt("block_minutes")));
    return new ResultSlice(
        row.getString("market_code"),
        row.getString("currency"),
        day.blockCount(),
        row.getInt("first_block"),
        row.getString("area_code"),
        decimals(row, "price"),
        decimals(row, "supply_mwh"),
        decimals(row, "demand_mwh"),
        decimals(row, "unconstrained_price"),
        decimals(row, "unconstrained_mwh"));
  }

  private static List<BigDecimal> decimals(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((BigDecimal[]) array.getArray());
  }
}

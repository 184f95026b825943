package energy.optibid.market.adapter;

import energy.optibid.market.PriceMonths;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Makes monthly partitions ahead of need, one transaction each. */
@ApplicationScoped
@Typed(PriceMonths.class)
public class PreparedPriceMonths implements PriceMonths {
  private final PlatformTransactions transactions;
  private final TenantConnections connections;

  @Inject
  public PreparedPriceMonths(PlatformTransactions transactions, TenantConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
  }

  @Override
  public void prepare(LocalDate first, LocalDate last) {
    // a day of the market's zone may begin in the month before and end in the month after, in UTC
    LocalDate end = last.plusDays(1).withDayOfMonth(1);
    for (LocalDate month = first.minusDays(1).withDayOfMonth(1);
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      LocalDate day = month;
      transactions.call(
          () ->
              connections.withConnection(
                  connection ->
                      Sql.rows(
                          connection,
                          "select ensure_price_partition(?)",
                          row -> row.getString(1),
                          day)));
    }
  }
}

package energy.optibid.analytics.adapter;

import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Compares prices with their copy by number and sums of each day, month by month, and makes what
 * differs wait to be copied again. What changes while it looks may be copied once more than needed.
 */
final class PriceReconciliation {
  private final SystemConnections connections;
  private final ClickHouseClient client;

  PriceReconciliation(SystemConnections connections, ClickHouseClient client) {
    this.connections = connections;
    this.client = client;
  }

  private record Sums(String count, String price, String volume) {}

  /**
   * What came of a month.
   *
   * @param days compared
   * @param different of them, to be copied again
   */
  record Outcome(int days, int different) {
    Outcome and(Outcome other) {
      return new Outcome(days + other.days, different + other.different);
    }
  }

  /** The months from a day on in which there are or were prices, the newest first. */
  List<YearMonth> months(LocalDate oldest) {
    return connections.inTransaction(
        connection ->
            Sql.rows(
                connection,
                "select distinct date_trunc('month', day)::date from price_day where day >= ?"
                    + " order by 1 desc",
                row -> YearMonth.from(row.getObject(1, LocalDate.class)),
                oldest));
  }

  Outcome reconcile(YearMonth month) {
    OffsetDateTime from = month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    OffsetDateTime to = month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    Map<PriceDayKey, Sums> copied = copied(from, to);
    return connections.inTransaction(
        connection -> {
          Map<PriceDayKey, Sums> stored = stored(connection, from, to);
          Set<PriceDayKey> days = new HashSet<>(stored.keySet());
          days.addAll(copied.keySet());
          List<PriceDayKey> different =
              days.stream()
                  .filter(
                      day -> {
                        Sums here = stored.get(day);
                        return here == null || !here.equals(copied.get(day));
                      })
                  .toList();
          if (!different.isEmpty()) {
            PriceDays.changed(connection, different);
          }
          return new Outcome(days.size(), different.size());
        });
  }

  private static Map<PriceDayKey, Sums> stored(
      Connection connection, OffsetDateTime from, OffsetDateTime to) throws SQLException {
    Map<PriceDayKey, Sums> stored = new HashMap<>();
    Sql.rows(
        connection,
        "select organization_id, market_code, area, (starts_at at time zone 'UTC')::date, count(*),"
            + " sum(round(price * 10000)), coalesce(sum(round(bought_mw * 1000)), 0) from price"
            + " where starts_at >= ? and starts_at < ? and price is not null group by 1, 2, 3, 4",
        row ->
            stored.put(
                PriceDayKey.read(row),
                new Sums(row.getString(5), row.getString(6), row.getString(7))),
        from,
        to);
    return stored;
  }

  private Map<PriceDayKey, Sums> copied(OffsetDateTime from, OffsetDateTime to) {
    Map<PriceDayKey, Sums> copied = new HashMap<>();
    client.rowsUnhurried(
        ("select organization, market, area, intDiv(start, 86400) as day, count(), sum(price),"
                + " sum(ifNull(volume, 0)) from %s final where start >= %d and start < %d"
                + " and deleted = 0 group by organization, market, area, day")
            .formatted(client.table("price"), from.toEpochSecond(), to.toEpochSecond()),
        row ->
            copied.put(
                new PriceDayKey(
                    row.text(1).isEmpty() ? null : UUID.fromString(row.text(1)),
                    row.text(2),
                    row.text(3),
                    LocalDate.ofEpochDay(row.number(4))),
                new Sums(row.text(5), row.text(6), row.text(7))));
    return copied;
  }
}

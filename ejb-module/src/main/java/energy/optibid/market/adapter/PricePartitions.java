package energy.optibid.market.adapter;

import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The monthly partitions of the price table. The application may not create tables; a function of
 * their owner does it.
 */
final class PricePartitions {
  private PricePartitions() {}

  /** Makes sure that every block of the day has a partition; the day may lie in two UTC months. */
  static void ensure(Connection connection, DeliveryDay day) throws SQLException {
    Sql.rows(
        connection,
        "select ensure_price_partition(?), ensure_price_partition(?)",
        row -> row.getString(1),
        dateOf(day.start()),
        dateOf(day.end().minusSeconds(1)));
  }

  private static LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}

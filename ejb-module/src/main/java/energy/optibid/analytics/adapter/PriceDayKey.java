package energy.optibid.analytics.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day of prices.
 *
 * @param organization whose; null of shared auctions
 * @param day in UTC
 */
record PriceDayKey(@Nullable UUID organization, String market, String area, LocalDate day) {
  /** From four columns in this order. */
  static PriceDayKey read(ResultSet row) throws SQLException {
    return new PriceDayKey(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class));
  }

  /** The owner as the copy writes it: empty of shared auctions. */
  String owner() {
    return organization == null ? "" : organization.toString();
  }

  /** As a tuple of ClickHouse: owner, market, area, day since 1970. */
  String tuple() {
    return "(%s, %s, %s, %d)"
        .formatted(
            ClickHouseDialect.quoted(owner()),
            ClickHouseDialect.quoted(market),
            ClickHouseDialect.quoted(area),
            day.toEpochDay());
  }
}

package energy.optibid.risk.adapter;

import energy.optibid.risk.LimitKind;
import energy.optibid.risk.LimitSubject;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.domain.Usage;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SqlFunction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code risk_limit} as what they mean. */
final class LimitRows {
  static final SqlFunction<ResultSet, RiskLimit> LIMIT = LimitRows::read;

  /** To be followed by conditions; {@code l} is the limit. */
  static final String SELECT =
      """
      select l.id, l.name, l.kind, l.subject, l.trader_id, l.asset_id, l.market_code,
        coalesce(u.display_name, a.name, m.name) as subject_name, l.amount, l.currency,
        l.lowest_price, l.highest_price, l.valid_from, l.valid_to, l.enabled, l.created_at,
        l.version
      from risk_limit l
        left join app_user u on u.id = l.trader_id
        left join asset a on a.id = l.asset_id
        left join market m on m.code = l.market_code
      where l.organization_id = current_organization()""";

  private LimitRows() {}

  /** The limits in force on a delivery day, in order of creation. */
  static List<RiskLimit> inForce(Connection connection, LocalDate day) throws SQLException {
    return Sql.rows(
        connection,
        SELECT
            + """
               and l.enabled and (l.valid_from is null or l.valid_from <= ?)
                and (l.valid_to is null or l.valid_to >= ?)
              order by l.id""",
        LIMIT,
        day,
        day);
  }

  private static RiskLimit read(ResultSet row) throws SQLException {
    return new RiskLimit(
        row.getObject("id", UUID.class),
        row.getString("name"),
        LimitKind.ofCode(row.getString("kind")),
        LimitSubject.ofCode(row.getString("subject")),
        row.getObject("trader_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getString("market_code"),
        row.getString("subject_name"),
        figure(row.getBigDecimal("amount")),
        row.getString("currency"),
        figure(row.getBigDecimal("lowest_price")),
        figure(row.getBigDecimal("highest_price")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getBoolean("enabled"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  static @Nullable BigDecimal figure(@Nullable BigDecimal stored) {
    return stored == null ? null : Usage.plain(stored);
  }
}

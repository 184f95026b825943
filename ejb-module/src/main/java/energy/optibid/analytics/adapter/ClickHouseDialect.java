package energy.optibid.analytics.adapter;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.shared.OrganizationId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * ClickHouse, where the copy is. It knows no tenants: every question names whose rows it may see,
 * the caller's and nobody's. Of each key the highest version counts, found by grouping: {@code
 * FINAL} opens all parts of all months at once, for which 18.16 has not the memory.
 */
final class ClickHouseDialect implements Dialect {
  private final String table;
  private final Supplier<OrganizationId> caller;

  /**
   * @param table of prices, with its database
   */
  ClickHouseDialect(String table, Supplier<OrganizationId> caller) {
    this.table = table;
    this.caller = caller;
  }

  @Override
  public Query blocks(SeriesKey series, Span span) {
    String latest =
        "select start, auction, argMax(minutes, version) as mm, argMax(price, version) as pp,"
            + " argMax(ifNull(volume, -1), version) as vv, argMax(deleted, version) as gone"
            + " from %s where organization in ('', %s) and market = %s and area = %s"
                .formatted(
                    table,
                    quoted(caller.get().toString()),
                    quoted(series.marketCode()),
                    quoted(series.area()))
            + " and source = %s and start >= %d and start < %d and %s"
                .formatted(
                    quoted(series.source().code()),
                    span.from().getEpochSecond(),
                    span.to().getEpochSecond(),
                    world(series.exchangeId()))
            + " group by start, auction having gone = 0";
    String text =
        "select toInt64(start) as s, toInt64(argMax(mm, auction)) as m, argMax(pp, auction) as p,"
            + " nullIf(argMax(vv, auction), -1) as v from ("
            + latest
            + ") group by start";
    return new Query(text, List.of());
  }

  /** The copy marks what counts where no exchange is named. */
  private static String world(@Nullable UUID exchangeId) {
    return exchangeId == null
        ? "usual = 1"
        : "exchange = %s".formatted(quoted(exchangeId.toString()));
  }

  /** As a literal, whatever is in it. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public String product(String one, String other) {
    return "toDecimal128(%s, 0) * %s".formatted(one, other);
  }

  @Override
  public String quotient(String one, String other) {
    return "intDiv(%s, %s)".formatted(one, other);
  }

  @Override
  public String first(String value) {
    return "argMin(%s, s)".formatted(value);
  }

  @Override
  public String last(String value) {
    return "argMax(%s, s)".formatted(value);
  }

  @Override
  public String join() {
    return "all inner join";
  }
}

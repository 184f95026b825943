package energy.optibid.analytics.adapter;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.market.PriceSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL, where prices are kept. Row-level security shows the caller's own prices and those of
 * shared auctions. Prices of auctions and imported ones are in different indexes.
 */
final class PostgresDialect implements Dialect {
  private static final String OF_AUCTIONS =
      "select starts_at, duration_minutes, price, bought_mw, auction_id from price"
          + " where auction_id is not null and market_code = ? and area = ? and source = ?"
          + " and starts_at >= ? and starts_at < ? and auction_id in (select id from auction"
          + " where market_code = ? and ";
  private static final String OF_EXCHANGE = "exchange_id = ?)";
  private static final String OF_NO_EXCHANGE =
      "case when (select simulated from market where code = ?)"
          + " then exchange_id is not null and scope = 'shared' else exchange_id is null end)";
  private static final String OF_IMPORTS =
      " union all select starts_at, duration_minutes, price, bought_mw, auction_id from price"
          + " where auction_id is null and organization_id = (select current_organization())"
          + " and market_code = ? and area = ? and source = ? and starts_at >= ?"
          + " and starts_at < ? and price is not null";

  /** Identifiers rise with time, and null, an import, sorts above them all. */
  private static final String ONE_OF_EACH_BLOCK =
      "select distinct on (starts_at) date_part('epoch', starts_at)::bigint as s,"
          + " duration_minutes::bigint as m, round(price * 10000)::bigint as p,"
          + " round(bought_mw * 1000)::bigint as v from (%s) a"
          + " order by starts_at, auction_id desc";

  @Override
  public Query blocks(SeriesKey series, Span span) {
    List<Object> key =
        List.of(
            series.marketCode(),
            series.area(),
            series.source().code(),
            span.from().atOffset(ZoneOffset.UTC),
            span.to().atOffset(ZoneOffset.UTC));
    List<Object> values = new ArrayList<>(key);
    values.add(series.marketCode());
    if (series.exchangeId() != null) {
      values.add(series.exchangeId());
      return new Query(OF_AUCTIONS + OF_EXCHANGE, values).within(ONE_OF_EACH_BLOCK);
    }
    values.add(series.marketCode());
    if (series.source() == PriceSource.CLEARED) {
      return new Query(OF_AUCTIONS + OF_NO_EXCHANGE, values).within(ONE_OF_EACH_BLOCK);
    }
    values.addAll(key);
    return new Query(OF_AUCTIONS + OF_NO_EXCHANGE + OF_IMPORTS, values).within(ONE_OF_EACH_BLOCK);
  }

  @Override
  public String product(String one, String other) {
    return "%s::numeric * %s".formatted(one, other);
  }

  @Override
  public String quotient(String one, String other) {
    return "%s / %s".formatted(one, other);
  }

  @Override
  public String first(String value) {
    return "(array_agg(%s order by s))[1]".formatted(value);
  }

  @Override
  public String last(String value) {
    return "(array_agg(%s order by s desc))[1]".formatted(value);
  }

  @Override
  public String join() {
    return "join";
  }
}

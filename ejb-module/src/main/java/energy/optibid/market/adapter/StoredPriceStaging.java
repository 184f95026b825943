package energy.optibid.market.adapter;

import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.market.PriceStaging;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Staged prices in an unlogged partition of their own: COPY writes them there, one statement moves
 * them, dropping the partition forgets them.
 */
@ApplicationScoped
@Typed(PriceStaging.class)
public class StoredPriceStaging implements PriceStaging {
  private static final String VOLUMES = "buy_bid_mw, sell_bid_mw, bought_mw, sold_mw, scheduled_mw";

  private final TenantTransactions transactions;

  @Inject
  public StoredPriceStaging(Transactions transactions, TenantConnections connections) {
    this.transactions = new TenantTransactions(transactions, connections);
  }

  @Override
  public void begin(UUID importId) {
    transactions.call(
        connection ->
            Sql.rows(connection, "select stage_history(?)", row -> row.getString(1), importId));
  }

  @Override
  public void clear(UUID importId) {
    transactions.call(connection -> unstage(connection, importId));
  }

  private static int unstage(Connection connection, UUID importId) throws SQLException {
    return Sql.rows(connection, "select unstage_history(?)", row -> "", importId).size();
  }

  @Override
  public void stage(UUID importId, List<PublishedBlock> blocks) {
    // a chart reads one area after the other, a file often brings them side by side
    List<PublishedBlock> sorted = new ArrayList<>(blocks);
    sorted.sort(
        Comparator.comparing(PublishedBlock::market)
            .thenComparing(PublishedBlock::area)
            .thenComparing(PublishedBlock::start));
    HistoryRows rows = new HistoryRows(sorted);
    transactions.call(
        connection -> {
          for (LocalDate month : monthsOf(blocks)) {
            Sql.rows(
                connection, "select ensure_price_partition(?)", row -> row.getString(1), month);
          }
          return Sql.copy(
              connection,
              "copy staged_history_%s (%s) from stdin"
                  .formatted(importId.toString().replace("-", ""), rows.columns()),
              rows.text());
        });
  }

  private static Set<LocalDate> monthsOf(List<PublishedBlock> blocks) {
    Set<LocalDate> months = new HashSet<>();
    Instant from = Instant.MAX;
    Instant to = Instant.MIN;
    for (PublishedBlock block : blocks) {
      if (!block.start().isBefore(from) && block.start().isBefore(to)) {
        continue; // in the month found last
      }
      YearMonth month = YearMonth.from(block.start().atOffset(ZoneOffset.UTC));
      from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      months.add(month.atDay(1));
    }
    return months;
  }

  @Override
  public long existing(String marketCode, List<String> areas, Instant from, Instant to) {
    return transactions.call(
        connection ->
            Sql.first(
                    connection,
                    "select count(*) from price where auction_id is null"
                        + " and organization_id = current_organization() and market_code = ?"
                        + " and area = any(?) and starts_at >= ? and starts_at < ?",
                    row -> row.getLong(1),
                    marketCode,
                    connection.createArrayOf("text", areas.toArray()),
                    StoredPrices.utc(from),
                    StoredPrices.utc(to))
                .orElseThrow());
  }

  @Override
  public long publish(UUID importId, PriceDiscovery priceSource) {
    return transactions.call(
        connection -> {
          // a join that deletes first would be planned without knowing how much is staged
          int written =
              Sql.change(
                  connection,
                  "insert into price (organization_id, market_code, area, starts_at,"
                      + " duration_minutes, source, price, currency, price_source, "
                      + VOLUMES
                      + ") select s.organization_id, s.market_code, s.area, s.starts_at,"
                      + " s.duration_minutes, 'published', s.price, m.currency, ?, "
                      + VOLUMES
                      + " from staged_history s join market m on m.code = s.market_code"
                      + " where s.import_id = ?"
                      + " on conflict (organization_id, market_code, area, starts_at)"
                      + " where auction_id is null do update set price = excluded.price,"
                      + " duration_minutes = excluded.duration_minutes,"
                      + " currency = excluded.currency, buy_bid_mw = excluded.buy_bid_mw,"
                      + " sell_bid_mw = excluded.sell_bid_mw, bought_mw = excluded.bought_mw,"
                      + " sold_mw = excluded.sold_mw, scheduled_mw = excluded.scheduled_mw,"
                      + " price_source = excluded.price_source",
                  priceSource.code(),
                  importId);
          unstage(connection, importId);
          return (long) written;
        });
  }
}

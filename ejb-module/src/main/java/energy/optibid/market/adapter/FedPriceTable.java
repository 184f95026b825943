package energy.optibid.market.adapter;

import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTicks;
import energy.optibid.market.adapter.FedBatch.Block;
import energy.optibid.market.adapter.FedBatch.Span;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes fed prices by COPY into a temporary table and one merge; a batch of blocks without a price
 * yet, which most are, is inserted without the merge's search for each row. Rows go in the order of
 * the index, so that two nodes that write the same blocks wait for one another and do not deadlock.
 */
final class FedPriceTable {
  static final String COLUMNS =
      "market_code, area, starts_at, duration_minutes, price, currency, fed_at";
  private static final String MAKE_ROOM =
      "create temporary table if not exists incoming_feed on commit delete rows as select "
          + COLUMNS
          + " from price with no data";
  private static final String NONE_STANDS =
      "select not exists (select"
          + " from unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])"
          + " as span (market_code, area, first, last)"
          + " cross join lateral (select from price p where p.auction_id is null"
          + " and p.organization_id is null and p.market_code = span.market_code"
          + " and p.area = span.area and p.starts_at between span.first and span.last"
          // known when it is planned, so that other months are left out of the plan
          + " and p.starts_at between ? and ?"
          + " limit 1) standing)";
  private static final String INSERT =
      "insert into price (source, "
          + COLUMNS
          + ") select 'published', "
          + COLUMNS
          + " from incoming_feed";
  private static final String MERGE =
      INSERT
          + " on conflict (organization_id, market_code, area, starts_at) where auction_id is null"
          + " do update set price = excluded.price, duration_minutes = excluded.duration_minutes,"
          + " currency = excluded.currency, fed_at = excluded.fed_at"
          + " where price.fed_at < excluded.fed_at";
  private static final String STANDING =
      "select f.market_code, f.area, f.starts_at from incoming_feed f join price p"
          + " on p.auction_id is null and p.organization_id is null"
          + " and p.market_code = f.market_code and p.area = f.area"
          + " and p.starts_at = f.starts_at and p.fed_at = f.fed_at";

  private final SystemConnections connections;
  private final PriceTicks ticks;
  private final Set<YearMonth> months = ConcurrentHashMap.newKeySet();

  FedPriceTable(SystemConnections connections, PriceTicks ticks) {
    this.connections = connections;
    this.ticks = ticks;
  }

  /** Stores a batch of at least one price, as {@link FedBatch#store()} says. */
  int store(FedBatch batch) {
    makeMonths(batch);
    Merged merged = write(batch);
    ticks.tell(merged.standing());
    return merged.changed();
  }

  private Merged write(FedBatch batch) {
    try {
      return connections.inTransaction(
          connection -> {
            fill(connection, batch.text());
            return noneStands(connection, batch)
                ? insert(connection, batch)
                : merge(connection, batch);
          });
    } catch (DatabaseException e) {
      if (!e.isDuplicate()) {
        throw e;
      }
      // another node wrote one of the blocks since
      return connections.inTransaction(
          connection -> {
            fill(connection, batch.text());
            return merge(connection, batch);
          });
    }
  }

  /** In a transaction that does nothing else, for making one locks the whole table. */
  private void makeMonths(FedBatch batch) {
    Set<YearMonth> wanted = new HashSet<>(batch.months());
    wanted.removeAll(months);
    for (YearMonth month : wanted) {
      connections.inTransaction(
          connection ->
              Sql.rows(
                  connection,
                  "select ensure_price_partition(?)",
                  row -> row.getString(1),
                  month.atDay(1)));
      months.add(month);
    }
  }

  /**
   * What a merge did.
   *
   * @param standing those of the batch that are the newest word on their block
   */
  private record Merged(int changed, List<PriceTick> standing) {}

  private static void fill(Connection connection, String text) throws SQLException {
    Sql.change(connection, MAKE_ROOM);
    Sql.copy(connection, "copy incoming_feed (" + COLUMNS + ") from stdin", text);
  }

  /** Whether there is no price yet from the first to the last block of the batch, in any area. */
  private static boolean noneStands(Connection connection, FedBatch batch) throws SQLException {
    return Sql.first(
            connection,
            NONE_STANDS,
            row -> row.getBoolean(1),
            column(batch, Span::marketCode),
            column(batch, Span::area),
            column(batch, span -> span.first().toString()),
            column(batch, span -> span.last().toString()),
            batch.spans().stream()
                .map(Span::first)
                .min(Instant::compareTo)
                .map(FedPriceTable::utc)
                .orElseThrow(),
            batch.spans().stream()
                .map(Span::last)
                .max(Instant::compareTo)
                .map(FedPriceTable::utc)
                .orElseThrow())
        .orElseThrow();
  }

  private static String[] column(FedBatch batch, Function<Span, String> value) {
    return batch.spans().stream().map(value).toArray(String[]::new);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Merged insert(Connection connection, FedBatch batch) throws SQLException {
    return new Merged(Sql.change(connection, INSERT), batch.ticks());
  }

  private static Merged merge(Connection connection, FedBatch batch) throws SQLException {
    int changed = Sql.change(connection, MERGE);
    if (changed == batch.ticks().size()) {
      return new Merged(changed, batch.ticks());
    }
    Set<Block> standing =
        Sql.rows(
                connection,
                STANDING,
                row ->
                    new Block(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
            .stream()
            .collect(Collectors.toSet());
    return new Merged(
        changed, batch.ticks().stream().filter(tick -> standing.contains(Block.of(tick))).toList());
  }
}

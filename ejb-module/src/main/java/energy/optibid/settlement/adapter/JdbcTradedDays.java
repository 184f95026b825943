package energy.optibid.settlement.adapter;

import energy.optibid.engine.settlement.NormalRate.PricedVolume;
import energy.optibid.engine.settlement.Trade;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was awarded, metered, scheduled and cleared over a span of days: one query each, whatever
 * the number of days. Reads tables of other capabilities, whose own interfaces answer by day.
 */
@ApplicationScoped
public class JdbcTradedDays {
  private static final String REAL_TIME_SEGMENT = "-rtm";

  private final TenantConnections connections;

  @Inject
  public JdbcTradedDays(TenantConnections connections) {
    this.connections = connections;
  }

  /**
   * Awards of the latest runs made here that cleared, by asset and start of the block. Days that
   * were imported to be traded again are a world of their own and count neither here nor there.
   *
   * @param assetId of one asset, or null for all
   */
  Map<UUID, Map<Instant, List<Trade>>> trades(
      @Nullable UUID exchangeId, @Nullable UUID assetId, LocalDate from, LocalDate to) {
    Map<UUID, Map<Instant, List<Trade>>> trades = new HashMap<>();
    each(
        """
        select w.asset_id, extract(epoch from w.starts_at)::bigint as starts, a.market_code, w.price,
               sum(case w.side when 'buy' then w.accepted_mwh else -w.accepted_mwh end) as bought
          from award w
          join auction a on a.id = w.auction_id and a.latest_run_id = w.run_id
         where a.exchange_id is not distinct from ?::uuid and a.delivery_day between ? and ?
           and (a.exchange_id is not null or a.import_id is null) and w.accepted_mwh > 0
           and (?::uuid is null or w.asset_id = ?::uuid)
         group by w.asset_id, w.starts_at, a.market_code, w.price
         order by w.asset_id, w.starts_at, a.market_code, w.price
        """,
        row ->
            trades
                .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                .computeIfAbsent(start(row), at -> new ArrayList<>())
                .add(
                    new Trade(
                        row.getString("market_code"),
                        row.getBigDecimal("bought"),
                        row.getBigDecimal("price"))),
        exchangeId,
        from,
        to,
        assetId,
        assetId);
    return trades;
  }

  /** Readings of blocks that start in [from, to), by asset and start. */
  Map<UUID, Map<Instant, BigDecimal>> readings(
      @Nullable UUID exchangeId, Instant from, Instant to) {
    Map<UUID, Map<Instant, BigDecimal>> readings = new HashMap<>();
    each(
        """
        select asset_id, extract(epoch from starts_at)::bigint as starts, injection_mwh from meter_reading
         where exchange_id is not distinct from ?::uuid and starts_at >= ? and starts_at < ?
        """,
        row ->
            readings
                .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                .put(start(row), row.getBigDecimal("injection_mwh")),
        exchangeId,
        from.atOffset(ZoneOffset.UTC),
        to.atOffset(ZoneOffset.UTC));
    return readings;
  }

  /**
   * The latest revision of each schedule, MW of each block, by asset and day.
   *
   * @param assetId of one asset, or null for all
   */
  Map<UUID, Map<LocalDate, List<BigDecimal>>> schedules(
      @Nullable UUID exchangeId, @Nullable UUID assetId, LocalDate from, LocalDate to) {
    Map<UUID, Map<LocalDate, List<BigDecimal>>> schedules = new HashMap<>();
    each(
        """
        select distinct on (asset_id, delivery_day) asset_id, delivery_day, injection_mw
          from implemented_schedule
         where exchange_id is not distinct from ?::uuid and delivery_day between ? and ?
           and (?::uuid is null or asset_id = ?::uuid)
         order by asset_id, delivery_day, revision desc
        """,
        row ->
            schedules
                .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                .put(
                    row.getObject(2, LocalDate.class),
                    List.of((BigDecimal[]) row.getArray(3).getArray())),
        exchangeId,
        from,
        to,
        assetId,
        assetId);
    return schedules;
  }

  /** Seed of a simulated exchange's chance; empty for one the caller may not see. */
  Optional<Long> seed(UUID exchangeId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select seed from exchange where id = ?",
                row -> row.getLong(1),
                exchangeId));
  }

  /** Name of a simulated exchange; empty for one the caller may not see. */
  Optional<String> exchangeName(UUID exchangeId) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select name from exchange where id = ?",
                row -> row.getString(1),
                exchangeId));
  }

  /**
   * Unconstrained prices and volumes of an exchange's auctions, by day and block number.
   *
   * @param realTime those of the real-time market; else those of the day-ahead segments
   */
  Map<LocalDate, Map<Integer, List<PricedVolume>>> cleared(
      UUID exchangeId, boolean realTime, LocalDate from, LocalDate to) {
    Map<LocalDate, Map<Integer, List<PricedVolume>>> prices = new TreeMap<>();
    each(
        """
        select a.delivery_day, a.first_block, r.unconstrained_price, r.unconstrained_mwh
          from auction a join clearing_run r on r.id = a.latest_run_id
         where a.exchange_id = ? and a.delivery_day between ? and ?
           and (right(a.market_code, 4) = ?) = ? and r.unconstrained_price is not null
         order by a.delivery_day, a.market_code, a.first_block
        """,
        row -> {
          Map<Integer, List<PricedVolume>> day =
              prices.computeIfAbsent(row.getObject(1, LocalDate.class), d -> new TreeMap<>());
          BigDecimal[] price = (BigDecimal[]) row.getArray(3).getArray();
          BigDecimal[] volume = (BigDecimal[]) row.getArray(4).getArray();
          int first = row.getInt(2);
          for (int i = 0; i < price.length; i++) {
            day.computeIfAbsent(first + i, block -> new ArrayList<>())
                .add(new PricedVolume(price[i], volume[i]));
          }
        },
        exchangeId,
        from,
        to,
        REAL_TIME_SEGMENT,
        realTime);
    return prices;
  }

  private static Instant start(ResultSet row) throws SQLException {
    return Instant.ofEpochSecond(row.getLong("starts"));
  }

  /** What is done with a row. */
  private interface EachRow {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String query, EachRow row, @Nullable Object... values) {
    connections.withConnection(
        connection -> {
          try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                row.read(rows);
              }
            }
          }
          return values.length;
        });
  }
}

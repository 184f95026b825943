package energy.optibid.market.adapter;

import energy.optibid.market.BidArea;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceCoverage;
import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.PriceSource;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Series cut and averaged by the database. Prices of auctions, imported prices and those of a feed
 * are in different places of the indexes, so they are asked for apart.
 */
@ApplicationScoped
@Typed(StoredPriceCharts.class)
public class StoredPriceCharts implements PriceCharts {
  private static final Duration FINEST_BLOCK = Duration.ofMinutes(15);

  private static final String COLUMNS =
      "select starts_at, duration_minutes, price, bought_mw, auction_id, organization_id from price";
  private static final String OF_AUCTIONS =
      COLUMNS
          + " where auction_id is not null and market_code = ? and area = ? and source = ?"
          + " and starts_at >= ? and starts_at < ?";
  private static final String OF_IMPORTS =
      COLUMNS
          + " where auction_id is null and organization_id = (select current_organization())"
          + " and market_code = ? and area = ? and source = ? and starts_at >= ?"
          + " and starts_at < ? and price is not null";
  private static final String OF_FEED =
      COLUMNS
          + " where auction_id is null and organization_id is null"
          + " and market_code = ? and area = ? and source = ? and starts_at >= ?"
          + " and starts_at < ?";

  /**
   * Identifiers rise with time, and null, an import or a feed's price, sorts above them all; an own
   * import goes before what a feed tells everybody.
   */
  private static final String ONE_OF_EACH_BLOCK =
      "select distinct on (starts_at) starts_at, duration_minutes, price, bought_mw"
          + " from (%s) p order by starts_at, auction_id desc, organization_id";

  private final TenantTransactions connections;
  private final Markets markets;

  @Inject
  public StoredPriceCharts(
      Transactions transactions, TenantConnections connections, Markets markets) {
    this.connections = new TenantTransactions(transactions, connections);
    this.markets = markets;
  }

  @Override
  public List<PriceSeries> series(
      String marketCode,
      String area,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable PriceResolution resolution,
      @Nullable PriceSource source) {
    Market market =
        markets
            .find(marketCode)
            .orElseThrow(() -> refused("?marketCode", "unknown_value", "No such market."));
    Duration span = Duration.between(from, to);
    PriceResolution chosen = resolution == null ? PriceResolution.legible(span) : resolution;
    requireRange(span, chosen);
    List<PriceSource> sources =
        source == null ? List.of(PriceSource.PUBLISHED, PriceSource.CLEARED) : List.of(source);
    return connections.call(
        connection -> {
          List<PriceSeries> found = new ArrayList<>();
          for (PriceSource one : sources) {
            Columns columns = new Columns();
            Object[] key = {marketCode, area, one.code(), from, to};
            read(connection, query(market, chosen, one), columns, one, key);
            columns.series(market, area, one, chosen).ifPresent(found::add);
          }
          return found;
        });
  }

  private static void read(
      Connection connection, String query, Columns columns, PriceSource source, Object[] key)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(key));
    if (source == PriceSource.PUBLISHED) {
      values.addAll(List.of(key));
      values.addAll(List.of(key));
    }
    Sql.rows(connection, query, columns::add, values.toArray());
  }

  private static String query(Market market, PriceResolution resolution, PriceSource source) {
    String rows =
        source == PriceSource.PUBLISHED
            ? String.join(" union all ", OF_IMPORTS, OF_FEED, OF_AUCTIONS)
            : OF_AUCTIONS;
    String blocks = ONE_OF_EACH_BLOCK.formatted(rows);
    if (resolution == PriceResolution.BLOCK) {
      return "select date_part('epoch', starts_at)::bigint, duration_minutes, price, price, price,"
          + " bought_mw from ("
          + blocks
          + ") b";
    }
    // the zone is our own table's, never a caller's text
    return "select date_part('epoch', point)::bigint, %d, mean, low, high, volume from ("
            .formatted(resolution == PriceResolution.HOUR ? 60 : 24 * 60)
        + "select date_trunc('%s', starts_at, '%s') as point, round(avg(price), 2) as mean,"
            .formatted(resolution.code(), market.timeZone())
        + " min(price) as low, max(price) as high, round(avg(bought_mw), 2) as volume from ("
        + blocks
        + ") b group by 1) s order by point";
  }

  private static void requireRange(Duration span, PriceResolution resolution) {
    if (span.isNegative() || span.isZero()) {
      throw refused("?to", "range", "Must be after from.");
    }
    Duration step =
        switch (resolution) {
          case BLOCK -> FINEST_BLOCK;
          case HOUR -> Duration.ofHours(1);
          case DAY -> Duration.ofDays(1);
        };
    if (span.dividedBy(step) > MOST_POINTS) {
      throw refused(
          "?to",
          "range",
          "Over %d points: take a shorter range or a coarser resolution.".formatted(MOST_POINTS));
    }
  }

  private static ProblemException refused(String field, String code, String message) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        "This series cannot be drawn.",
        List.of(new Fault(field, code, message)));
  }

  @Override
  public List<PriceCoverage> coverage(@Nullable String marketCode) {
    return connections.call(
        connection ->
            Sql.rows(
                connection,
                CoverageQuery.TEXT,
                StoredPriceCharts::covered,
                marketCode,
                marketCode));
  }

  private static PriceCoverage covered(ResultSet row) throws SQLException {
    ZoneId zone = ZoneId.of(row.getString(4));
    return new PriceCoverage(
        row.getString(1),
        row.getString(2),
        row.getBoolean(3),
        zone.getId(),
        row.getString(5),
        row.getString(6),
        BidArea.Kind.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
        PriceSource.ofCode(row.getString(8)),
        day(row, 9, zone),
        day(row, 10, zone));
  }

  private static LocalDate day(ResultSet row, int column, ZoneId zone) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).atZoneSameInstant(zone).toLocalDate();
  }

  /** Rows of a series, column by column. */
  private static final class Columns {
    private final List<Long> starts = new ArrayList<>();
    private final List<BigDecimal> mean = new ArrayList<>();
    private final List<BigDecimal> min = new ArrayList<>();
    private final List<BigDecimal> max = new ArrayList<>();
    private final List<@Nullable BigDecimal> volume = new ArrayList<>();
    private int minutes;
    private boolean anyVolume;

    boolean add(ResultSet row) throws SQLException {
      starts.add(row.getLong(1));
      minutes = row.getInt(2);
      mean.add(row.getBigDecimal(3));
      min.add(row.getBigDecimal(4));
      max.add(row.getBigDecimal(5));
      volume.add(row.getBigDecimal(6));
      anyVolume |= row.getBigDecimal(6) != null;
      return true;
    }

    Optional<PriceSeries> series(
        Market market, String area, PriceSource source, PriceResolution resolution) {
      if (starts.isEmpty()) {
        return Optional.empty();
      }
      boolean blocks = resolution == PriceResolution.BLOCK;
      return Optional.of(
          new PriceSeries(
              market.code(),
              market.name(),
              market.simulated(),
              area,
              source,
              market.currency(),
              market.timeZone(),
              resolution,
              minutes,
              starts,
              mean,
              blocks ? List.of() : min,
              blocks ? List.of() : max,
              anyVolume ? volume : List.of()));
    }
  }
}

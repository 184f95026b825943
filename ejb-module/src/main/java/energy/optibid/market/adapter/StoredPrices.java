package energy.optibid.market.adapter;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceSource;
import energy.optibid.market.Prices;
import energy.optibid.outbox.Outbox;
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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices in monthly partitions, written by COPY. */
@ApplicationScoped
@Typed(StoredPrices.class)
public class StoredPrices implements Prices {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration LONGEST_OF_ALL_AREAS = Duration.ofDays(32);
  private static final String COLUMNS =
      "organization_id, auction_id, market_code, area, starts_at, duration_minutes, source, run_id,"
          + " price, currency, price_source";
  private static final String ROWS = "select * from price where ";
  private static final String IMPORTED =
      "auction_id is null and organization_id = (select current_organization()) and price is not null";
  private static final String OF_FEED = "auction_id is null and organization_id is null";

  private final TenantTransactions connections;
  private final Outbox outbox;

  @Inject
  public StoredPrices(Transactions transactions, TenantConnections connections, Outbox outbox) {
    this.connections = new TenantTransactions(transactions, connections);
    this.outbox = outbox;
  }

  @Override
  public void publishCleared(
      UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
    AuctionFrame auction = storeCleared(auctionId, runId, priceSource, prices);
    for (AreaPrices area : prices) {
      outbox.append(AuctionEvents.pricesPublished(auction, runId, area));
    }
  }

  @Override
  public void keepCleared(
      UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
    storeCleared(auctionId, runId, priceSource, prices);
  }

  private AuctionFrame storeCleared(
      UUID auctionId, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
    return connections.call(
        connection -> {
          AuctionFrame frame = AuctionFrame.read(connection, auctionId);
          PricePartitions.ensure(connection, frame.day());
          Sql.change(
              connection,
              "delete from price where auction_id = ? and source = 'cleared'"
                  + " and starts_at >= ? and starts_at < ?",
              auctionId,
              utc(frame.start()),
              utc(frame.end()));
          Sql.copyInto(connection, "price", COLUMNS, rows(frame, runId, priceSource, prices));
          return frame;
        });
  }

  @Override
  public List<AreaPrices> published(UUID auctionId) {
    return ofAuction(auctionId, PriceSource.PUBLISHED);
  }

  @Override
  public List<AreaPrices> cleared(UUID auctionId) {
    return ofAuction(auctionId, PriceSource.CLEARED);
  }

  private List<AreaPrices> ofAuction(UUID auctionId, PriceSource source) {
    return connections.call(
        connection -> {
          AuctionFrame auction = AuctionFrame.read(connection, auctionId);
          Map<String, List<@Nullable BigDecimal>> areas = new TreeMap<>();
          Sql.rows(
              connection,
              "select area, starts_at, price from price where auction_id = ? and source = ?"
                  + " and starts_at >= ? and starts_at < ?",
              row -> {
                Instant start = row.getObject(2, OffsetDateTime.class).toInstant();
                int number = auction.day().numberOf(start).orElseThrow();
                areas
                    .computeIfAbsent(
                        row.getString(1),
                        area ->
                            new ArrayList<>(
                                Collections.<@Nullable BigDecimal>nCopies(
                                    auction.blockCount(), null)))
                    .set(number - auction.firstBlock(), row.getBigDecimal(3));
                return number;
              },
              auctionId,
              source.code(),
              utc(auction.start()),
              utc(auction.end()));
          return areas.entrySet().stream()
              .map(area -> new AreaPrices(area.getKey(), area.getValue()))
              .toList();
        });
  }

  @Override
  public List<PricePoint> between(
      String marketCode,
      @Nullable String area,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable PriceSource source,
      @Nullable UUID auctionId) {
    requireRange(from, to, area);
    StringBuilder filter =
        new StringBuilder(" and market_code = ? and starts_at >= ? and starts_at < ?");
    List<Object> values = new ArrayList<>(List.of(marketCode, from, to));
    if (area != null) {
      filter.append(" and area = ?");
      values.add(area);
    }
    if (source != null) {
      filter.append(" and source = ?");
      values.add(source.code());
    }
    String rows = ROWS + "auction_id is not null" + filter;
    if (auctionId == null) {
      // prices of auctions, imported ones and a feed's are in different places of the indexes
      rows += " union all " + ROWS + IMPORTED + filter + " union all " + ROWS + OF_FEED + filter;
      List<Object> again = List.copyOf(values);
      values.addAll(again);
      values.addAll(again);
    } else {
      rows += " and auction_id = ?";
      values.add(auctionId);
    }
    // ids rise with time, and null sorts above them all: an own import, then a feed's price
    String query =
        "select distinct on (p.area, p.starts_at, p.source) p.area, p.starts_at,"
            + " p.duration_minutes, p.price, p.currency, p.source, p.auction_id, m.time_zone,"
            + " p.price_source"
            + " from ("
            + rows
            + ") p join market m on m.code = p.market_code"
            + " order by p.area, p.starts_at, p.source, p.auction_id desc, p.organization_id";
    return connections.call(
        connection ->
            Sql.rows(
                connection,
                query,
                row ->
                    new PricePoint(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class)
                            .atZoneSameInstant(ZoneId.of(row.getString(8)))
                            .toOffsetDateTime(),
                        row.getInt(3),
                        row.getBigDecimal(4),
                        row.getString(5),
                        PriceSource.ofCode(row.getString(6)),
                        PriceDiscovery.ofCode(row.getString(9)).orElseThrow(),
                        row.getObject(7, UUID.class)),
                values.toArray()));
  }

  private static void requireRange(OffsetDateTime from, OffsetDateTime to, @Nullable String area) {
    Duration range = Duration.between(from, to);
    String message = null;
    if (range.isNegative() || range.isZero()) {
      message = "Must be after from.";
    } else if (range.compareTo(LONGEST) > 0) {
      message = "Must be at most 366 days after from.";
    } else if (area == null && range.compareTo(LONGEST_OF_ALL_AREAS) > 0) {
      message = "Must be at most 32 days after from unless an area is named.";
    }
    if (message != null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The range of time is not acceptable.",
          List.of(new Fault("?to", "range", message)));
    }
  }

  private static CharSequence rows(
      AuctionFrame auction, UUID runId, PriceDiscovery priceSource, List<AreaPrices> prices) {
    StringBuilder rows = new StringBuilder();
    long minutes = auction.day().blockDuration().toMinutes();
    for (AreaPrices area : prices) {
      for (int i = 0; i < area.prices().size(); i++) {
        BigDecimal price = area.prices().get(i);
        if (price != null) {
          rows.append(auction.organizationId() == null ? "\\N" : auction.organizationId())
              .append('\t')
              .append(auction.id())
              .append('\t')
              .append(auction.marketCode())
              .append('\t')
              .append(area.area())
              .append('\t')
              .append(auction.day().block(auction.firstBlock() + i).start())
              .append('\t')
              .append(minutes)
              .append("\tcleared\t")
              .append(runId)
              .append('\t')
              .append(price.toPlainString())
              .append('\t')
              .append(auction.currency())
              .append('\t')
              .append(priceSource.code())
              .append('\n');
        }
      }
    }
    return rows;
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

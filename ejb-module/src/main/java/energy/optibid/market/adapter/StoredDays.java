package energy.optibid.market.adapter;

import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.units.Power;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.DayStaging;
import energy.optibid.market.StagedDay;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Staged days in tables of the auctions' own form: publishing moves rows and parses nothing. */
@ApplicationScoped
@Typed(DayStaging.class)
public class StoredDays implements DayStaging {
  private static final List<String> TABLES =
      List.of(
          "staged_day",
          "staged_book",
          "staged_link",
          "staged_exchange",
          "staged_block",
          "staged_price");

  private final TenantTransactions transactions;
  private final Outbox outbox;

  @Inject
  public StoredDays(Transactions transactions, TenantConnections connections, Outbox outbox) {
    this.transactions = new TenantTransactions(transactions, connections);
    this.outbox = outbox;
  }

  @Override
  public void stage(UUID importId, StagedDay day) {
    UUID organization = Tenancy.require().organization().value();
    StagedRows rows = new StagedRows(importId, organization, day);
    transactions.call(
        connection -> {
          PricePartitions.ensure(connection, day.day());
          insertFrame(connection, importId, organization, day);
          Sql.copyInto(connection, "staged_book", StagedRows.BOOK_COLUMNS, rows.books());
          Sql.copyInto(connection, "staged_link", StagedRows.LINK_COLUMNS, rows.links());
          Sql.copyInto(
              connection, "staged_exchange", StagedRows.EXCHANGE_COLUMNS, rows.exchanges());
          for (BlockOrder block : day.blockOrders()) {
            insert(connection, importId, organization, day, block);
          }
          return Sql.copyInto(connection, "staged_price", StagedRows.PRICE_COLUMNS, rows.prices());
        });
  }

  private static void insertFrame(
      Connection connection, UUID importId, UUID organization, StagedDay day) throws SQLException {
    Sql.change(
        connection,
        "insert into staged_day (import_id, organization_id, delivery_day, market_code,"
            + " gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count,"
            + " areas) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        importId,
        organization,
        day.day().date(),
        day.marketCode(),
        StoredPrices.utc(day.gateOpensAt()),
        StoredPrices.utc(day.gateClosesAt()),
        day.day().zone().getId(),
        day.currency(),
        day.day().blockDuration().toMinutes(),
        day.day().blockCount(),
        String.join(" ", day.zones()));
  }

  private static void insert(
      Connection connection, UUID importId, UUID organization, StagedDay day, BlockOrder block)
      throws SQLException {
    Sql.change(
        connection,
        "insert into staged_block (import_id, organization_id, delivery_day, block_id, area, side,"
            + " price, periods, quantities) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        importId,
        organization,
        day.day().date(),
        block.id(),
        block.zone(),
        block.side().name().toLowerCase(Locale.ROOT),
        block.price().tenThousandths(),
        connection.createArrayOf("smallint", block.quantities().keySet().toArray()),
        connection.createArrayOf(
            "bigint", block.quantities().values().stream().map(Power::kilowatts).toArray()));
  }

  @Override
  public void clear(UUID importId) {
    transactions.call(
        connection -> {
          int gone = 0;
          for (String table : TABLES) {
            gone +=
                Sql.change(connection, "delete from " + table + " where import_id = ?", importId);
          }
          return gone;
        });
  }

  @Override
  public List<Auction> publish(UUID importId) {
    List<Auction> auctions =
        transactions.call(
            connection -> {
              List<Auction> staged = staged(connection, importId);
              for (Auction auction : staged) {
                move(connection, auction, importId);
              }
              return staged;
            });
    clear(importId);
    auctions.forEach(auction -> outbox.append(AuctionEvents.of("auction.opened", auction)));
    return auctions;
  }

  private static List<Auction> staged(Connection connection, UUID importId) throws SQLException {
    UUID organization = Tenancy.require().organization().value();
    return Sql.rows(
        connection,
        "select market_code, delivery_day, gate_opens_at, gate_closes_at, time_zone, currency,"
            + " block_minutes, block_count, areas from staged_day where import_id = ?"
            + " order by delivery_day",
        row ->
            new Auction(
                Ids.next(),
                organization,
                null,
                row.getString(1),
                row.getObject(2, LocalDate.class),
                1,
                AuctionScope.SANDBOX,
                AuctionState.OPEN,
                AuctionClock.REPLAY,
                row.getObject(3, OffsetDateTime.class),
                row.getObject(4, OffsetDateTime.class),
                null,
                null,
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                1,
                row.getInt(8),
                List.of(row.getString(9).split(" ", -1)),
                importId,
                null,
                1),
        importId);
  }

  private static void move(Connection connection, Auction auction, UUID importId)
      throws SQLException {
    Sql.change(
        connection,
        "insert into auction (id, organization_id, market_code, delivery_day, session, scope,"
            + " clock, state, gate_opens_at, gate_closes_at, time_zone, currency, block_minutes,"
            + " block_count, areas, import_id, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        auction.id(),
        auction.organizationId(),
        auction.marketCode(),
        auction.deliveryDay(),
        auction.session(),
        auction.scope().code(),
        auction.clock().code(),
        auction.state().code(),
        auction.gateOpensAt(),
        auction.gateClosesAt(),
        auction.timeZone(),
        auction.currency(),
        auction.blockMinutes(),
        auction.blockCount(),
        String.join(" ", auction.areas()),
        importId,
        auction.version());
    move(
        connection,
        auction,
        importId,
        "insert into auction_book (auction_id, organization_id, area, block, side, prices,"
            + " quantities) select ?, organization_id, area, block, side, prices, quantities"
            + " from staged_book");
    move(
        connection,
        auction,
        importId,
        "insert into auction_link (auction_id, organization_id, from_area, to_area, forward_kw,"
            + " reverse_kw) select ?, organization_id, from_area, to_area, forward_kw, reverse_kw"
            + " from staged_link");
    move(
        connection,
        auction,
        importId,
        "insert into auction_exchange (auction_id, organization_id, area, external_area,"
            + " export_kw) select ?, organization_id, area, external_area, export_kw"
            + " from staged_exchange");
    move(
        connection,
        auction,
        importId,
        "insert into auction_block (auction_id, organization_id, block_id, area, side, price,"
            + " periods, quantities) select ?, organization_id, block_id, area, side, price,"
            + " periods, quantities from staged_block");
    movePrices(connection, auction, importId);
  }

  private static void move(
      Connection connection, Auction auction, UUID importId, String insertSelect)
      throws SQLException {
    Sql.change(
        connection,
        insertSelect + " where import_id = ? and delivery_day = ?",
        auction.id(),
        importId,
        auction.deliveryDay());
  }

  private static void movePrices(Connection connection, Auction auction, UUID importId)
      throws SQLException {
    Sql.change(
        connection,
        "insert into price (organization_id, auction_id, market_code, area, starts_at,"
            + " duration_minutes, source, price, currency)"
            + " select organization_id, ?, ?, area, starts_at, ?, 'published', price, ?"
            + " from staged_price where import_id = ? and delivery_day = ?",
        auction.id(),
        auction.marketCode(),
        auction.blockMinutes(),
        auction.currency(),
        importId,
        auction.deliveryDay());
  }
}

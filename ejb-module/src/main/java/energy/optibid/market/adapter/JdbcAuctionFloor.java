package energy.optibid.market.adapter;

import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.domain.AuctionLifecycle;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The exchange's side of the auctions, over plain connections. */
@ApplicationScoped
@Typed(AuctionFloor.class)
public class JdbcAuctionFloor implements AuctionFloor {
  private final TenantConnections connections;
  private final Outbox outbox;

  @Inject
  public JdbcAuctionFloor(TenantConnections connections, Outbox outbox) {
    this.connections = connections;
    this.outbox = outbox;
  }

  @Override
  public void add(List<Auction> auctions) {
    connections.withConnection(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  insert into auction (id, organization_id, exchange_id, market_code, delivery_day,
                    session, scope, clock, state, gate_opens_at, gate_closes_at, clears_at,
                    publishes_at, time_zone, currency, block_minutes, first_block, block_count,
                    areas, version)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Auction auction : auctions) {
              Object[] values = values(auction);
              for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
              }
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  private static @Nullable Object[] values(Auction auction) {
    return new @Nullable Object[] {
      auction.id(),
      auction.organizationId(),
      auction.exchangeId(),
      auction.marketCode(),
      auction.deliveryDay(),
      auction.session(),
      auction.scope().code(),
      auction.clock().code(),
      auction.state().code(),
      auction.gateOpensAt(),
      auction.gateClosesAt(),
      auction.clearsAt(),
      auction.publishesAt(),
      auction.timeZone(),
      auction.currency(),
      auction.blockMinutes(),
      auction.firstBlock(),
      auction.blockCount(),
      String.join(" ", auction.areas()),
      auction.version()
    };
  }

  @Override
  public void keepResult(UUID id, UUID runId) {
    connections.withConnection(
        connection ->
            Sql.change(connection, "update auction set latest_run_id = ? where id = ?", runId, id));
  }

  @Override
  public Optional<Auction> find(UUID id) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection, "select * from auction where id = ?", JdbcAuctionFloor::auction, id));
  }

  @Override
  public Optional<Auction> hold(UUID id) {
    return connections.withConnection(
        connection -> {
          lockGate(connection, id);
          return find(id);
        });
  }

  @Override
  public List<Auction> heldOutside(LocalDate firstDay, LocalDate lastDay) {
    return connections
        .withConnection(
            connection ->
                Sql.rows(
                    connection,
                    "select * from auction where exchange_id is null and import_id is null"
                        + " and delivery_day between ? and ? order by id",
                    JdbcAuctionFloor::auction,
                    firstDay,
                    lastDay))
        .stream()
        .filter(Auction::isHeldOutside)
        .toList();
  }

  @Override
  public List<Auction> ofDay(UUID exchangeId, LocalDate day) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                "select * from auction where exchange_id = ? and delivery_day = ?"
                    + " order by market_code, session",
                JdbcAuctionFloor::auction,
                exchangeId,
                day));
  }

  @Override
  public Optional<Auction> nextToOpen(UUID exchangeId, String marketCode) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select * from auction where exchange_id = ? and market_code = ?"
                    + " and state = 'scheduled' order by gate_opens_at limit 1",
                JdbcAuctionFloor::auction,
                exchangeId,
                marketCode));
  }

  @Override
  public Auction open(UUID id) {
    return step(id, "auction.opened", AuctionLifecycle::openGate);
  }

  @Override
  public Auction close(UUID id) {
    return step(id, "auction.closed", AuctionLifecycle::closeGate);
  }

  @Override
  public Auction cleared(UUID id, UUID runId) {
    return step(id, "auction.cleared", auction -> auction.markCleared(runId));
  }

  @Override
  public Auction clearedOutside(UUID id) {
    return step(id, "auction.cleared", AuctionLifecycle::clearOutside);
  }

  @Override
  public Auction publish(UUID id) {
    return step(id, "auction.published", AuctionLifecycle::publish);
  }

  @Override
  public Auction settle(UUID id) {
    return step(id, "auction.settled", AuctionLifecycle::settle);
  }

  @Override
  public Auction revise(UUID id) {
    return step(id, "auction.revised", AuctionLifecycle::revise);
  }

  private Auction step(UUID id, String event, Consumer<AuctionLifecycle> transition) {
    Auction moved =
        connections.withConnection(
            connection -> {
              lockGate(connection, id);
              AuctionLifecycle auction =
                  new AuctionLifecycle(
                      find(id).orElseThrow(() -> ProblemException.notFound("auction")));
              transition.accept(auction);
              Auction view = auction.view();
              Sql.change(
                  connection,
                  "update auction set state = ?, latest_run_id = ?, version = version + 1"
                      + " where id = ?",
                  view.state().code(),
                  view.latestRunId(),
                  id);
              return find(id).orElseThrow();
            });
    outbox.append(AuctionEvents.of(event, moved));
    return moved;
  }

  /** Alone: whoever accepts a bid holds the gate shared, see {@link StoredAuctions}. */
  private static void lockGate(Connection connection, UUID id) throws SQLException {
    Sql.rows(
        connection,
        "select cast(pg_advisory_xact_lock(hashtextextended('auction gate ' || cast(? as text), 0))"
            + " as text)",
        row -> row.getString(1),
        id.toString());
  }

  private static Auction auction(ResultSet row) throws SQLException {
    return new AuctionLifecycle(
            new Auction(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("exchange_id", UUID.class),
                row.getString("market_code"),
                row.getObject("delivery_day", LocalDate.class),
                row.getInt("session"),
                AuctionScope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                AuctionState.ofCode(row.getString("state")),
                AuctionClock.valueOf(row.getString("clock").toUpperCase(Locale.ROOT)),
                row.getObject("gate_opens_at", OffsetDateTime.class),
                row.getObject("gate_closes_at", OffsetDateTime.class),
                row.getObject("clears_at", OffsetDateTime.class),
                row.getObject("publishes_at", OffsetDateTime.class),
                row.getString("time_zone"),
                row.getString("currency"),
                row.getInt("block_minutes"),
                row.getInt("first_block"),
                row.getInt("block_count"),
                List.of(row.getString("areas").split(" ", -1)),
                row.getObject("import_id", UUID.class),
                row.getObject("latest_run_id", UUID.class),
                row.getLong("version")))
        .view();
  }
}

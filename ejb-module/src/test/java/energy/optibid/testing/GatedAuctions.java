package energy.optibid.testing;

import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Auctions without a container: the real table and the real gate lock, on plain JDBC. */
final class GatedAuctions implements Auctions {
  private static final String GATE = "(hashtextextended('auction gate ' || ?, 0))";

  private final TenantConnections connections;

  GatedAuctions(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public Optional<Auction> find(UUID id) {
    return connections.withConnection(
        connection -> {
          try (var select = connection.prepareStatement("select * from auction where id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
          }
        });
  }

  private static Auction read(ResultSet row) throws SQLException {
    return new Auction(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        null,
        row.getString("market_code"),
        row.getObject("delivery_day", LocalDate.class),
        row.getInt("session"),
        AuctionScope.SANDBOX,
        AuctionState.ofCode(row.getString("state")),
        AuctionClock.valueOf(row.getString("clock").toUpperCase(Locale.ROOT)),
        row.getObject("gate_opens_at", OffsetDateTime.class),
        row.getObject("gate_closes_at", OffsetDateTime.class),
        null,
        null,
        row.getString("time_zone"),
        row.getString("currency"),
        row.getInt("block_minutes"),
        row.getInt("first_block"),
        row.getInt("block_count"),
        List.of(row.getString("areas").split(" ", -1)),
        null,
        row.getObject("latest_run_id", UUID.class),
        row.getLong("version"));
  }

  @Override
  public Auction require(UUID id) {
    return find(id).orElseThrow(() -> ProblemException.notFound("auction"));
  }

  @Override
  public Auction requireOpenGate(UUID id) {
    lock("select pg_advisory_xact_lock_shared" + GATE, id);
    Auction auction = require(id);
    if (auction.state() != AuctionState.OPEN) {
      throw new ProblemException(ProblemCode.GATE_CLOSED, "The gate is closed.");
    }
    return auction;
  }

  private void lock(String sql, UUID id) {
    connections.withConnection(
        connection -> {
          try (var lock = connection.prepareStatement(sql)) {
            lock.setString(1, id.toString());
            return lock.execute();
          }
        });
  }

  private Auction move(UUID id, @Nullable UUID runId, AuctionState to, List<AuctionState> from) {
    lock("select pg_advisory_xact_lock" + GATE, id);
    if (!from.contains(require(id).state())) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION, "Not to " + to + " from " + require(id).state());
    }
    connections.withConnection(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  """
                  update auction set state = ?, latest_run_id = coalesce(?, latest_run_id),
                         version = version + 1 where id = ?
                  """)) {
            update.setString(1, to.code());
            update.setObject(2, runId);
            update.setObject(3, id);
            return update.executeUpdate();
          }
        });
    return require(id);
  }

  @Override
  public Auction openGate(UUID id) {
    return move(id, null, AuctionState.OPEN, List.of(AuctionState.SCHEDULED));
  }

  @Override
  public Auction closeGate(UUID id) {
    return move(id, null, AuctionState.CLOSED, List.of(AuctionState.OPEN));
  }

  @Override
  public Auction markCleared(UUID id, UUID runId) {
    return move(id, runId, AuctionState.CLEARED, List.of(AuctionState.CLOSED));
  }

  @Override
  public Auction publish(UUID id) {
    return move(id, null, AuctionState.PUBLISHED, List.of(AuctionState.CLEARED));
  }

  @Override
  public Auction reopen(UUID id) {
    return move(
        id,
        null,
        AuctionState.OPEN,
        List.of(AuctionState.CLOSED, AuctionState.CLEARED, AuctionState.PUBLISHED));
  }

  @Override
  public Auction reopen(UUID id, long expectedVersion) {
    return reopen(id);
  }

  @Override
  public Page<Auction> list(
      @Nullable UUID exchangeId,
      @Nullable String marketCode,
      @Nullable LocalDate deliveryDay,
      @Nullable AuctionState state,
      @Nullable String cursor,
      int limit) {
    return connections.withConnection(
        connection ->
            new Page<>(
                Sql.rows(
                        connection,
                        "select id from auction where market_code = ? and delivery_day = ?"
                            + " order by id desc",
                        row -> row.getObject("id", UUID.class),
                        marketCode,
                        deliveryDay)
                    .stream()
                    .map(this::require)
                    .toList(),
                null));
  }

  @Override
  public Page<Auction> heldOutside(@Nullable String cursor, int limit) {
    return new Page<>(List.of(), null);
  }

  @Override
  public List<Auction> ofImport(UUID importId) {
    return List.of();
  }
}

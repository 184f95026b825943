package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Replay;
import energy.optibid.clearing.Replay.SweepOutcome;
import energy.optibid.clearing.Replay.SweepPoint;
import energy.optibid.clearing.ReplayOutcome;
import energy.optibid.clearing.ReplayOutcome.AreaPrices;
import energy.optibid.clearing.ReplayOutcome.BidOutcome;
import energy.optibid.clearing.ReplayOutcome.BlockChange;
import energy.optibid.clearing.ReplayOutcome.OwnBlockOrder;
import energy.optibid.clearing.ReplaySummary;
import energy.optibid.clearing.domain.ReplayStore;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Replays in {@code replay}, their series in {@code replay_area} and {@code replay_bid}. */
@ApplicationScoped
@Typed(ReplayStore.class)
public class JdbcReplayStore implements ReplayStore {
  private final TenantConnections connections;

  @Inject
  public JdbcReplayStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public void add(Replay replay) {
    connections.withConnection(
        connection -> {
          ReplayOutcome outcome = replay.outcome();
          SweepOutcome sweep = replay.sweep();
          Sql.change(
              connection,
              """
              insert into replay (id, organization_id, auction_id, run_id, created_at, created_by,
                                  request, currency, first_block, approximate, published_gap,
                                  revenue_before, revenue_after, sweep_job_id)
              values (?, current_organization(), ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
              """,
              replay.id(),
              replay.auctionId(),
              replay.runId(),
              replay.createdAt(),
              replay.createdBy(),
              ReplayJson.write(replay.request()),
              outcome.currency(),
              outcome.firstBlock(),
              outcome.approximate(),
              outcome.publishedGap(),
              outcome.revenueBefore(),
              outcome.revenueAfter(),
              sweep == null ? null : sweep.jobId());
          for (AreaPrices area : outcome.areas()) {
            add(connection, replay.id(), area);
          }
          for (int i = 0; i < outcome.bids().size(); i++) {
            add(connection, replay.id(), i, outcome.bids().get(i));
          }
          for (BlockChange block : outcome.blocks()) {
            add(connection, replay.id(), block);
          }
          ReplayBlockOrderRows.add(connection, replay.id(), outcome.blockOrders());
          return replay.id();
        });
  }

  private static void add(Connection connection, UUID replayId, AreaPrices area)
      throws SQLException {
    Sql.change(
        connection,
        """
        insert into replay_area (replay_id, organization_id, area_code, before, after, without)
        values (?, current_organization(), ?, ?, ?, ?)
        """,
        replayId,
        area.area(),
        series(connection, area.before()),
        series(connection, area.after()),
        series(connection, area.without()));
  }

  private static void add(Connection connection, UUID replayId, int position, BidOutcome bid)
      throws SQLException {
    Sql.change(
        connection,
        """
        insert into replay_bid (replay_id, position, organization_id, bid_id, change, area_code,
                                side, accepted_before, accepted_after, revenue_before,
                                revenue_after)
        values (?, ?, current_organization(), ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        replayId,
        position,
        bid.bidId(),
        bid.change(),
        bid.areaCode(),
        bid.side().code(),
        series(connection, bid.acceptedBefore()),
        series(connection, bid.acceptedAfter()),
        bid.revenueBefore(),
        bid.revenueAfter());
  }

  private static void add(Connection connection, UUID replayId, BlockChange block)
      throws SQLException {
    Sql.change(
        connection,
        """
        insert into replay_block (replay_id, organization_id, block_id, area_code, side,
                                  decision_before, decision_after, ratio_before, ratio_after)
        values (?, current_organization(), ?, ?, ?, ?, ?, ?, ?)
        """,
        replayId,
        block.blockId(),
        block.area(),
        block.side().code(),
        code(block.decisionBefore()),
        code(block.decisionAfter()),
        block.ratioBefore(),
        block.ratioAfter());
  }

  private static String code(BlockDecision decision) {
    return decision.name().toLowerCase(Locale.ROOT);
  }

  private static BlockDecision decision(ResultSet row, String column) throws SQLException {
    return BlockDecision.valueOf(row.getString(column).toUpperCase(Locale.ROOT));
  }

  private static BlockChange block(ResultSet row) throws SQLException {
    return new BlockChange(
        row.getString("block_id"),
        row.getString("area_code"),
        BidSide.ofCode(row.getString("side")).orElseThrow(),
        decision(row, "decision_before"),
        decision(row, "decision_after"),
        row.getBigDecimal("ratio_before"),
        row.getBigDecimal("ratio_after"));
  }

  @Override
  public void keepSweep(UUID replayId, List<SweepPoint> points) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                update replay set sweep_value = ?, sweep_energy = ?, sweep_revenue = ?,
                                  sweep_price = ?
                 where id = ?
                """,
                series(connection, points, SweepPoint::value),
                series(connection, points, SweepPoint::energyMwh),
                series(connection, points, SweepPoint::revenue),
                series(connection, points, SweepPoint::price),
                replayId));
  }

  @Override
  public Optional<Replay> find(UUID replayId) {
    return connections.withConnection(
        connection -> {
          List<AreaPrices> areas =
              Sql.rows(
                  connection,
                  "select * from replay_area where replay_id = ? order by area_code",
                  row ->
                      new AreaPrices(
                          row.getString("area_code"),
                          decimals(row, "before"),
                          decimals(row, "after"),
                          decimals(row, "without")),
                  replayId);
          List<BidOutcome> bids =
              Sql.rows(
                  connection,
                  "select * from replay_bid where replay_id = ? order by position",
                  JdbcReplayStore::bid,
                  replayId);
          List<BlockChange> blocks =
              Sql.rows(
                  connection,
                  "select * from replay_block where replay_id = ? order by block_id",
                  JdbcReplayStore::block,
                  replayId);
          List<OwnBlockOrder> orders = ReplayBlockOrderRows.of(connection, replayId);
          return Sql.first(
              connection,
              "select * from replay where id = ?",
              row -> replay(row, areas, bids, blocks, orders),
              replayId);
        });
  }

  @Override
  public Page<ReplaySummary> list(UUID auctionId, @Nullable String cursor, int limit) {
    List<ReplaySummary> rows =
        connections.withConnection(
            connection ->
                Sql.rows(
                    connection,
                    """
                    select *, jsonb_array_length(request -> 'changes') as changes from replay
                     where auction_id = ? and (?::uuid is null or id < ?::uuid)
                     order by id desc limit ?
                    """,
                    JdbcReplayStore::summary,
                    auctionId,
                    before(cursor),
                    before(cursor),
                    limit + 1));
    return Page.of(rows, limit, row -> row.id().toString());
  }

  private static @Nullable UUID before(@Nullable String cursor) {
    try {
      return cursor == null ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "This cursor is not one of ours.");
    }
  }

  private static ReplaySummary summary(ResultSet row) throws SQLException {
    return new ReplaySummary(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class),
        row.getInt("changes"),
        row.getObject("sweep_job_id") != null,
        row.getString("currency"),
        row.getBoolean("approximate"),
        row.getBigDecimal("revenue_before"),
        row.getBigDecimal("revenue_after"));
  }

  private static BidOutcome bid(ResultSet row) throws SQLException {
    return new BidOutcome(
        row.getObject("bid_id", UUID.class),
        row.getObject("change", Integer.class),
        row.getString("area_code"),
        BidSide.ofCode(row.getString("side")).orElseThrow(),
        decimals(row, "accepted_before"),
        decimals(row, "accepted_after"),
        row.getBigDecimal("revenue_before"),
        row.getBigDecimal("revenue_after"));
  }

  private static Replay replay(
      ResultSet row,
      List<AreaPrices> areas,
      List<BidOutcome> bids,
      List<BlockChange> blocks,
      List<OwnBlockOrder> orders)
      throws SQLException {
    UUID job = row.getObject("sweep_job_id", UUID.class);
    return new Replay(
        row.getObject("id", UUID.class),
        row.getObject("auction_id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class),
        ReplayJson.read(row.getString("request")),
        new ReplayOutcome(
            row.getString("currency"),
            row.getInt("first_block"),
            row.getBoolean("approximate"),
            row.getBigDecimal("published_gap"),
            areas,
            bids,
            blocks,
            orders,
            row.getBigDecimal("revenue_before"),
            row.getBigDecimal("revenue_after")),
        job == null ? null : new SweepOutcome(job, "", points(row)));
  }

  private static List<SweepPoint> points(ResultSet row) throws SQLException {
    if (row.getArray("sweep_value") == null) {
      return List.of();
    }
    List<BigDecimal> values = decimals(row, "sweep_value");
    List<BigDecimal> energies = decimals(row, "sweep_energy");
    List<BigDecimal> revenues = decimals(row, "sweep_revenue");
    List<BigDecimal> prices = decimals(row, "sweep_price");
    List<SweepPoint> points = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      points.add(new SweepPoint(values.get(i), energies.get(i), revenues.get(i), prices.get(i)));
    }
    return points;
  }

  private static List<BigDecimal> decimals(ResultSet row, String column) throws SQLException {
    return List.of((BigDecimal[]) row.getArray(column).getArray());
  }

  private static Array series(Connection connection, List<BigDecimal> values) throws SQLException {
    return connection.createArrayOf("numeric", values.toArray());
  }

  private static Array series(
      Connection connection, List<SweepPoint> points, Function<SweepPoint, BigDecimal> figure)
      throws SQLException {
    return series(connection, points.stream().map(figure).toList());
  }
}

package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.BlockSearch;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.RunState;
import energy.optibid.clearing.Unconstrained;
import energy.optibid.clearing.domain.BlockResults;
import energy.optibid.clearing.domain.DayResult;
import energy.optibid.clearing.domain.RunStore;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs in {@code clearing_run}, their series in {@code clearing_area} and {@code clearing_link}.
 */
@ApplicationScoped
@Typed(RunStore.class)
public class JdbcRunStore implements RunStore {
  private static final String SELECT = "select * from clearing_run ";

  private final TenantConnections connections;

  @Inject
  public JdbcRunStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public void add(ClearingRun run) {
    write(
        """
        insert into clearing_run (id, organization_id, auction_id, number, state, job_id,
                                  created_at, created_by)
        select ?, organization_id, id, ?, ?, ?, ?, ? from auction where id = ?
        """,
        run.id(),
        run.number(),
        run.state().code(),
        run.jobId(),
        run.createdAt(),
        run.createdBy(),
        run.auctionId());
  }

  @Override
  public int nextNumber(UUID auctionId) {
    return read(
            "select coalesce(max(number), 0) + 1 from clearing_run where auction_id = ?",
            row -> row.getInt(1),
            auctionId)
        .get(0);
  }

  @Override
  public Optional<ClearingRun> find(UUID runId) {
    return first(read(SELECT + "where id = ?", JdbcRunStore::run, runId));
  }

  @Override
  public Optional<ClearingRun> hold(UUID runId) {
    return first(read(SELECT + "where id = ? for update", JdbcRunStore::run, runId));
  }

  @Override
  public Optional<ClearingRun> active(UUID auctionId) {
    return first(
        read(
            SELECT + "where auction_id = ? and state in ('queued', 'running')",
            JdbcRunStore::run,
            auctionId));
  }

  @Override
  public Page<ClearingRun> list(UUID auctionId, @Nullable String cursor, int limit) {
    List<ClearingRun> runs =
        read(
            SELECT + "where auction_id = ? and number < ? order by number desc limit ?",
            JdbcRunStore::run,
            auctionId,
            before(cursor),
            limit + 1);
    return Page.of(runs, limit, run -> Integer.toString(run.number()));
  }

  private static int before(@Nullable String cursor) {
    try {
      return cursor == null ? Integer.MAX_VALUE : Integer.parseInt(cursor);
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "This cursor is not one of ours.");
    }
  }

  @Override
  public void begin(UUID runId, OffsetDateTime at) {
    write(
        """
        update clearing_run set state = 'running', started_at = coalesce(started_at, ?)
         where id = ? and state in ('queued', 'running')
        """,
        at,
        runId);
  }

  @Override
  public void end(
      UUID runId, RunState state, int violations, @Nullable String failure, OffsetDateTime at) {
    write(
        """
        update clearing_run set state = ?, violations = ?, failure = ?, finished_at = ?
         where id = ? and state in ('queued', 'running')
        """,
        state.code(),
        violations,
        failure,
        at,
        runId);
  }

  @Override
  public void clear(
      UUID runId,
      DayResult result,
      String rulePack,
      PriceDiscovery priceSource,
      OffsetDateTime at) {
    Unconstrained unconstrained = result.unconstrained();
    BlockSearch search = result.search();
    write(
        """
        update clearing_run set state = 'cleared', verified = true, violations = 0, welfare = ?,
               orders_read = ?, engine_millis = ?, finished_at = ?, unconstrained_price = ?,
               unconstrained_mwh = ?, rule_pack = ?, price_source = ?, search_end = ?,
               search_work = ?, search_gap = ?,
               bids_included = case when organization_id is null then null else ? end
         where id = ?
        """,
        result.welfare(),
        result.ordersRead(),
        result.engineMillis(),
        at,
        unconstrained == null ? null : unconstrained.prices(),
        unconstrained == null ? null : unconstrained.volumesMwh(),
        rulePack,
        priceSource.code(),
        search == null ? null : search.end().name().toLowerCase(Locale.ROOT),
        search == null ? null : search.work(),
        search == null ? null : search.gap(),
        result.bidsIncluded(),
        runId);
    result.areas().forEach(area -> add(runId, area));
    result.links().forEach(link -> add(runId, link));
    result.blocks().forEach(block -> add(runId, block));
  }

  private void add(UUID runId, AreaOutcome area) {
    write(
        """
        insert into clearing_area (run_id, organization_id, area_code, price, low, high,
                                   supply_mwh, demand_mwh, net_position_mwh)
        select id, organization_id, ?, ?, ?, ?, ?, ?, ? from clearing_run where id = ?
        """,
        area.area(),
        area.prices(),
        area.low(),
        area.high(),
        area.supplyMwh(),
        area.demandMwh(),
        area.netPositionMwh(),
        runId);
  }

  private void add(UUID runId, LinkOutcome link) {
    write(
        """
        insert into clearing_link (run_id, organization_id, from_area, to_area, flow_mwh,
                                   forward_capacity_mwh, reverse_capacity_mwh, binding,
                                   forward_taken_mwh, reverse_taken_mwh)
        select id, organization_id, ?, ?, ?, ?, ?, ?, ?, ? from clearing_run where id = ?
        """,
        link.from(),
        link.to(),
        link.flowMwh(),
        link.forwardCapacityMwh(),
        link.reverseCapacityMwh(),
        link.binding(),
        link.forwardTakenMwh(),
        link.reverseTakenMwh(),
        runId);
  }

  private void add(UUID runId, BlockResult block) {
    write(
        """
        insert into clearing_block (run_id, organization_id, block_id, area_code, side, price,
                                    decision, ratio, offered_mwh, accepted_mwh, surplus,
                                    average_price, distance)
        select id, organization_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from clearing_run where id = ?
        """,
        block.blockId(),
        block.area(),
        block.side().code(),
        block.price(),
        block.decision().name().toLowerCase(Locale.ROOT),
        block.ratio(),
        block.offeredMwh(),
        block.acceptedMwh(),
        block.surplus(),
        block.averagePrice(),
        block.distance(),
        runId);
  }

  @Override
  public Page<BlockResult> blocks(UUID runId, String currency, @Nullable String cursor, int limit) {
    List<BlockResult> rows =
        read(
            """
            select * from clearing_block where run_id = ? and block_id > ?
             order by block_id limit ?
            """,
            row -> block(row, currency),
            runId,
            cursor == null ? "" : cursor,
            limit + 1);
    return Page.of(rows, limit, BlockResult::blockId);
  }

  private static BlockResult block(ResultSet row, String currency) throws SQLException {
    return BlockResults.explained(
        new BlockResult(
            row.getString("block_id"),
            row.getString("area_code"),
            BidSide.ofCode(row.getString("side")).orElseThrow(),
            row.getBigDecimal("price"),
            BlockDecision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
            row.getBigDecimal("ratio"),
            row.getBigDecimal("offered_mwh"),
            row.getBigDecimal("accepted_mwh"),
            row.getBigDecimal("surplus"),
            row.getBigDecimal("average_price"),
            row.getBigDecimal("distance"),
            ""),
        currency);
  }

  @Override
  public List<AreaOutcome> areas(UUID runId) {
    return read(
        "select * from clearing_area where run_id = ? order by area_code",
        row ->
            new AreaOutcome(
                row.getString("area_code"),
                decimals(row, "price"),
                decimals(row, "low"),
                decimals(row, "high"),
                decimals(row, "supply_mwh"),
                decimals(row, "demand_mwh"),
                decimals(row, "net_position_mwh")),
        runId);
  }

  @Override
  public List<LinkOutcome> links(UUID runId) {
    return read(
        "select * from clearing_link where run_id = ? order by from_area, to_area",
        row ->
            new LinkOutcome(
                row.getString("from_area"),
                row.getString("to_area"),
                decimals(row, "flow_mwh"),
                decimals(row, "forward_capacity_mwh"),
                decimals(row, "reverse_capacity_mwh"),
                List.of((Boolean[]) row.getArray("binding").getArray()),
                taken(row, "forward_taken_mwh"),
                taken(row, "reverse_taken_mwh")),
        runId);
  }

  /** Results from before auctions shared corridors took everything first. */
  private static List<BigDecimal> taken(ResultSet row, String column) throws SQLException {
    return row.getArray(column) == null
        ? Collections.nCopies(decimals(row, "flow_mwh").size(), BigDecimal.ZERO)
        : decimals(row, column);
  }

  private static List<BigDecimal> decimals(ResultSet row, String column) throws SQLException {
    return List.of((BigDecimal[]) row.getArray(column).getArray());
  }

  private static ClearingRun run(ResultSet row) throws SQLException {
    return new ClearingRun(
        row.getObject("id", UUID.class),
        row.getObject("auction_id", UUID.class),
        row.getInt("number"),
        RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("job_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class),
        row.getObject("started_at", OffsetDateTime.class),
        row.getObject("finished_at", OffsetDateTime.class),
        row.getBigDecimal("welfare"),
        row.getObject("orders_read", Long.class),
        row.getBoolean("verified"),
        row.getInt("violations"),
        row.getObject("engine_millis", Long.class),
        row.getObject("bids_included", Integer.class),
        search(row),
        row.getString("failure"),
        row.getString("rule_pack"),
        PriceDiscovery.ofCode(row.getString("price_source")).orElseThrow());
  }

  private static @Nullable BlockSearch search(ResultSet row) throws SQLException {
    String end = row.getString("search_end");
    return end == null
        ? null
        : new BlockSearch(
            Search.End.valueOf(end.toUpperCase(Locale.ROOT)),
            row.getLong("search_work"),
            row.getBigDecimal("search_gap"));
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }

  private void write(String sql, @Nullable Object... values) {
    connections.withConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
          }
        });
  }

  private <T> List<T> read(String sql, SqlFunction<ResultSet, T> reading, Object... values) {
    return connections.withConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                found.add(reading.apply(row));
              }
            }
            return found;
          }
        });
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof List<?> series) {
        String type = series.get(0) instanceof Boolean ? "boolean" : "numeric";
        statement.setArray(i + 1, connection.createArrayOf(type, series.toArray()));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}

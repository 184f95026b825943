package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.Explanation.Marginal;
import energy.optibid.clearing.MarketAward;
import energy.optibid.clearing.domain.AwardLine;
import energy.optibid.clearing.domain.AwardStore;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Awards in the table {@code award}, one row per bid and block of a run. */
@ApplicationScoped
@Typed(AwardStore.class)
public class JdbcAwardStore implements AwardStore {
  /** In the column {@code block_order}: the award is of the bid's curve. */
  private static final String CURVE = "";

  private final TenantConnections connections;

  @Inject
  public JdbcAwardStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public void add(UUID runId, UUID auctionId, List<AwardLine> awards) {
    connections.withConnection(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  insert into award (id, organization_id, run_id, auction_id, bid_id,
                    submission_id, asset_id, area_code, block, starts_at, side, offered_mwh,
                    accepted_mwh, price, amount, currency, reason, marginal_area, marginal_price,
                    marginal_side, sentence, revision, status, source, carried_from,
                    block_order)
                  select ?, organization_id, ?, ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                         ?, ?, ?, ?, ?, ?
                    from bid where id = ?
                  """)) {
            for (AwardLine line : awards) {
              bind(insert, runId, auctionId, line);
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  private static void bind(PreparedStatement insert, UUID runId, UUID auctionId, AwardLine line)
      throws SQLException {
    Award award = line.award();
    Marginal marginal = line.marginal();
    @Nullable Object[] values = {
      award.id(),
      runId,
      auctionId,
      line.submissionId(),
      award.assetId(),
      award.areaCode(),
      award.block(),
      award.startsAt(),
      award.side().code(),
      award.offeredMwh(),
      award.acceptedMwh(),
      award.price(),
      award.amount(),
      award.currency(),
      award.reason().code(),
      marginal == null ? null : marginal.area(),
      marginal == null ? null : marginal.price(),
      marginal == null ? null : marginal.side(),
      line.sentence(),
      award.revision(),
      award.status(),
      award.source(),
      award.carriedFrom(),
      Objects.requireNonNullElse(award.blockOrder(), CURVE),
      award.bidId()
    };
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void addBlockOrders(List<BlockOrderOutcome> outcomes) {
    connections.withConnection(connection -> BlockOrderOutcomeRows.add(connection, outcomes));
  }

  @Override
  public List<BlockOrderOutcome> blockOrdersOfBid(UUID bidId) {
    return connections.withConnection(connection -> BlockOrderOutcomeRows.ofBid(connection, bidId));
  }

  @Override
  public void finish(UUID runId) {
    connections.withConnection(
        connection ->
            Sql.change(connection, "update award set status = 'final' where run_id = ?", runId));
  }

  @Override
  public List<AwardLine> ofRun(UUID runId) {
    return read(new Query(null, null, runId, null), Place.START, 1_000_000);
  }

  @Override
  public Page<AwardLine> list(Query query, @Nullable String cursor, int limit) {
    Place after = Place.after(cursor);
    List<AwardLine> lines = read(query, after, limit + 1);
    return Page.of(lines, limit, line -> Place.of(line.award()).text());
  }

  @Override
  public List<MarketAward> ofExchangeDay(UUID exchangeId, LocalDate day) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select w.*, a.market_code from award w
                  join auction a on a.id = w.auction_id and a.latest_run_id = w.run_id
                 where a.exchange_id = ? and a.delivery_day = ?
                 order by a.market_code, w.block, w.bid_id, w.block_order
                """,
                row -> new MarketAward(row.getString("market_code"), line(row).award()),
                exchangeId,
                day));
  }

  @Override
  public Map<UUID, BidSum> sums() {
    return connections.withConnection(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement(
                      """
                      select a.bid_id, a.run_id, sum(a.accepted_mwh) as accepted,
                             sum(a.amount) as amount, min(a.currency) as currency
                        from award a
                       where a.run_id = (select r.id from clearing_run r
                                          where r.auction_id = a.auction_id and r.state = 'cleared'
                                          order by r.number desc limit 1)
                         and a.carried_from is null
                       group by a.bid_id, a.run_id
                      """);
              ResultSet row = select.executeQuery()) {
            Map<UUID, BidSum> sums = new HashMap<>();
            while (row.next()) {
              sums.put(
                  row.getObject("bid_id", UUID.class),
                  new BidSum(
                      row.getObject("run_id", UUID.class),
                      row.getBigDecimal("accepted"),
                      row.getBigDecimal("amount"),
                      row.getString("currency")));
            }
            return sums;
          }
        });
  }

  private List<AwardLine> read(Query query, Place after, int limit) {
    return connections.withConnection(
        connection -> {
          try (PreparedStatement select = select(connection)) {
            select.setObject(1, query.runId());
            select.setObject(2, query.runId());
            select.setObject(3, query.auctionId());
            select.setObject(4, query.auctionId());
            select.setObject(5, query.bidId());
            select.setObject(6, query.bidId());
            select.setObject(7, query.block());
            select.setObject(8, query.block());
            select.setObject(9, after.runId());
            select.setObject(10, after.bidId());
            select.setInt(11, after.block());
            select.setString(12, after.blockOrder());
            select.setInt(13, limit);
            List<AwardLine> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(line(row));
              }
            }
            return found;
          }
        });
  }

  private static PreparedStatement select(Connection connection) throws SQLException {
    return connection.prepareStatement(
        """
        select a.* from award a
         where (a.run_id = ?::uuid
                or (?::uuid is null
                    and a.run_id = (select r.id from clearing_run r
                                     where r.auction_id = a.auction_id and r.state = 'cleared'
                                     order by r.number desc limit 1)))
           and (?::uuid is null or a.auction_id = ?::uuid)
           and (?::uuid is null or a.bid_id = ?::uuid)
           and (?::int is null or a.block = ?::int)
           and (a.run_id, a.bid_id, a.block, a.block_order)
               > (?::uuid, ?::uuid, ?::int, ?::text)
         order by a.run_id, a.bid_id, a.block, a.block_order
         limit ?
        """);
  }

  private static AwardLine line(ResultSet row) throws SQLException {
    Award award =
        new Award(
            row.getObject("id", UUID.class),
            row.getObject("run_id", UUID.class),
            row.getObject("bid_id", UUID.class),
            row.getObject("asset_id", UUID.class),
            row.getString("area_code"),
            row.getInt("block"),
            row.getObject("starts_at", OffsetDateTime.class),
            BidSide.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
            row.getBigDecimal("offered_mwh"),
            row.getBigDecimal("accepted_mwh"),
            row.getBigDecimal("price"),
            row.getBigDecimal("amount"),
            row.getString("currency"),
            AwardReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
            row.getInt("revision"),
            row.getString("status"),
            row.getString("source"),
            row.getString("carried_from"),
            blockOrder(row.getString("block_order")));
    String marginalArea = row.getString("marginal_area");
    Marginal marginal =
        marginalArea == null
            ? null
            : new Marginal(
                marginalArea, row.getBigDecimal("marginal_price"), row.getString("marginal_side"));
    return new AwardLine(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        award,
        row.getObject("submission_id", UUID.class),
        marginal,
        row.getString("sentence"));
  }

  private static @Nullable String blockOrder(String stored) {
    return stored.equals(CURVE) ? null : stored;
  }

  /** Where a page ended. */
  private record Place(UUID runId, UUID bidId, int block, String blockOrder) {
    static final Place START = new Place(new UUID(0, 0), new UUID(0, 0), 0, CURVE);
    private static final int PARTS = 4;

    static Place of(Award award) {
      return new Place(
          award.runId(),
          award.bidId(),
          award.block(),
          Objects.requireNonNullElse(award.blockOrder(), CURVE));
    }

    static Place after(@Nullable String cursor) {
      if (cursor == null) {
        return START;
      }
      String[] parts = cursor.split("\\.", -1);
      try {
        if (parts.length == PARTS) {
          return new Place(
              UUID.fromString(parts[0]),
              UUID.fromString(parts[1]),
              Integer.parseInt(parts[2]),
              parts[3]);
        }
      } catch (IllegalArgumentException e) {
        // falls through to the one refusal below
      }
      throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "This cursor is not one of ours.");
    }

    String text() {
      return runId + "." + bidId + "." + block + "." + blockOrder;
    }
  }
}

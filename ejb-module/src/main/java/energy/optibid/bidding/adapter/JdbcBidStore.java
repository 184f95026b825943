package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BidVersion;
import energy.optibid.bidding.domain.OfferAtVenue;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bids in the tables {@code bid}, {@code bid_version} and {@code submission}. */
@ApplicationScoped
@Typed(BidStore.class)
public class JdbcBidStore implements BidStore {
  private static final String SELECT_BID =
      """
      select b.id, b.auction_id, b.state, b.rejection, b.created_at, b.created_by, b.updated_at, b.version,
             v.number, v.asset_id, v.area_code, v.side, v.label, v.lines, v.carry_over, v.block_orders,
             v.created_at as version_at, v.created_by as version_by,
             s.id as submission_id, s.version_number, s.venue, s.venue_reference,
             s.state as submission_state, s.reason, s.at as submission_at,
             h.id as held_id, h.version_number as held_version_number, h.venue as held_venue,
             h.venue_reference as held_venue_reference, h.state as held_state,
             h.reason as held_reason, h.at as held_at
        from bid b
        join bid_version v on v.bid_id = b.id and v.number = b.version_number
        left join submission s on s.id = b.submission_id
        left join submission h
          on h.bid_id = b.id and h.state in ('acknowledged', 'withdraw_requested')
      """;
  private static final String SELECT_SUBMITTED =
      """
      select s.organization_id, s.bid_id, s.id as submission_id, s.version_number,
             v.asset_id, v.area_code, v.side, v.label, v.lines, v.carry_over, v.block_orders
        from submission s
        join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
      """;

  private final TenantConnections connections;

  @Inject
  public JdbcBidStore(TenantConnections connections) {
    this.connections = connections;
  }

  @Override
  public void add(Bid bid) {
    connections.withConnection(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  insert into bid (id, organization_id, auction_id, state, version_number,
                                   created_at, created_by, updated_at, version)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)) {
            insert.setObject(1, bid.id());
            insert.setObject(2, organization());
            insert.setObject(3, bid.auctionId());
            insert.setString(4, bid.state().code());
            insert.setInt(5, bid.version().number());
            insert.setObject(6, bid.createdAt());
            insert.setObject(7, bid.createdBy());
            insert.setObject(8, bid.updatedAt());
            insert.setLong(9, bid.lockVersion());
            insert.executeUpdate();
          }
          addVersion(connection, bid);
          return bid;
        });
  }

  private static void addVersion(Connection connection, Bid bid) throws SQLException {
    BidVersion version = bid.version();
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into bid_version (bid_id, number, organization_id, asset_id, area_code, side,
                                     label, lines, created_at, created_by, carry_over,
                                     block_orders)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb)
            """)) {
      insert.setObject(1, bid.id());
      insert.setInt(2, version.number());
      insert.setObject(3, organization());
      insert.setObject(4, version.content().assetId());
      insert.setString(5, version.content().areaCode());
      insert.setString(6, version.content().side().code());
      insert.setString(7, version.content().label());
      insert.setString(8, BidLines.write(version.content().blocks()));
      insert.setObject(9, version.createdAt());
      insert.setObject(10, version.createdBy());
      insert.setBoolean(11, version.content().carryOver());
      insert.setString(12, BidLines.writeOrders(version.content().blockOrders()));
      insert.executeUpdate();
    }
  }

  @Override
  public Optional<Bid> find(UUID id) {
    return one(SELECT_BID + " where b.id = ?", id);
  }

  @Override
  public Optional<Bid> hold(UUID id) {
    return one(SELECT_BID + " where b.id = ? for update of b", id);
  }

  private Optional<Bid> one(String sql, UUID id) {
    return connections.withConnection(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(BidRows.bid(row)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public Bid save(Bid bid) {
    return connections.withConnection(
        connection -> {
          if (bid.versionAdded()) {
            addVersion(connection, bid);
          }
          for (Submission submission : bid.changedSubmissions()) {
            put(connection, bid, submission);
          }
          update(connection, bid);
          return bid.saved();
        });
  }

  private static void put(Connection connection, Bid bid, Submission submission)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            insert into submission (id, organization_id, bid_id, auction_id, version_number, venue,
                                    venue_reference, state, at, reason, submitted_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set state = excluded.state, at = excluded.at,
              venue_reference = excluded.venue_reference, reason = excluded.reason
            """)) {
      upsert.setObject(1, submission.id());
      upsert.setObject(2, organization());
      upsert.setObject(3, bid.id());
      upsert.setObject(4, bid.auctionId());
      upsert.setInt(5, submission.versionNumber());
      upsert.setString(6, submission.venue());
      upsert.setString(7, submission.venueReference());
      upsert.setString(8, submission.state().code());
      upsert.setObject(9, submission.at());
      upsert.setString(10, submission.reason());
      upsert.setObject(11, Tenancy.require().userId());
      upsert.executeUpdate();
    }
  }

  private static void update(Connection connection, Bid bid) throws SQLException {
    Submission submission = bid.submission();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update bid set state = ?, version_number = ?, submission_id = ?, updated_at = ?,
                           rejection = ?, version = version + 1
             where id = ? and version = ?
            """)) {
      update.setString(1, bid.state().code());
      update.setInt(2, bid.version().number());
      update.setObject(3, submission == null ? null : submission.id());
      update.setObject(4, bid.updatedAt());
      update.setString(5, bid.rejection().orElse(null));
      update.setObject(6, bid.id());
      update.setLong(7, bid.lockVersion());
      if (update.executeUpdate() != 1) {
        throw new ProblemException(
            ProblemCode.PRECONDITION_FAILED, "Somebody changed this bid in the meantime.");
      }
    }
  }

  @Override
  public Page<Bid> list(BidQuery query, @Nullable String cursor, int limit) {
    String sql =
        SELECT_BID
            + """
               where (?::uuid is null or b.auction_id = ?::uuid)
                 and (?::text is null or b.state = ?::text)
                 and (?::uuid is null and ?::text is null and ?::date is null
                      or b.auction_id in
                         (select a.id from auction a
                           where (?::uuid is null or a.exchange_id = ?::uuid)
                             and (?::text is null or a.market_code = ?::text)
                             and (?::date is null or a.delivery_day = ?::date)))
                 and (?::uuid is null or b.id < ?::uuid)
               order by b.id desc limit ?
              """;
    UUID before = cursor == null ? null : after(cursor);
    List<Bid> bids =
        connections.withConnection(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(sql)) {
                String state = query.state() == null ? null : query.state().code();
                Object[] values = {
                  query.auctionId(),
                  query.auctionId(),
                  state,
                  state,
                  query.exchangeId(),
                  query.marketCode(),
                  query.deliveryDay(),
                  query.exchangeId(),
                  query.exchangeId(),
                  query.marketCode(),
                  query.marketCode(),
                  query.deliveryDay(),
                  query.deliveryDay(),
                  before,
                  before,
                  limit + 1
                };
                for (int i = 0; i < values.length; i++) {
                  select.setObject(i + 1, values[i]);
                }
                List<Bid> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                  while (row.next()) {
                    found.add(BidRows.bid(row));
                  }
                }
                return found;
              }
            });
    return Page.of(bids, limit, bid -> bid.id().toString());
  }

  private static UUID after(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.MALFORMED_REQUEST, "This cursor is not one of ours.");
    }
  }

  @Override
  public List<BidVersion> versions(UUID bidId) {
    return connections.withConnection(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  select number, asset_id, area_code, side, label, lines, carry_over, block_orders,
                         created_at as version_at, created_by as version_by
                    from bid_version where bid_id = ? order by number
                  """)) {
            select.setObject(1, bidId);
            List<BidVersion> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(BidRows.version(row));
              }
            }
            return found;
          }
        });
  }

  @Override
  public List<SubmittedBid> acknowledged(UUID auctionId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                SELECT_SUBMITTED
                    + " where s.auction_id = ? and s.state = 'acknowledged' order by s.bid_id",
                BidRows::submitted,
                auctionId));
  }

  @Override
  public List<SubmittedBid> submissions(Collection<UUID> submissionIds) {
    Object[] ids = submissionIds.toArray();
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                SELECT_SUBMITTED + " where s.id = any(?) order by s.bid_id",
                BidRows::submitted,
                connection.createArrayOf("uuid", ids)));
  }

  @Override
  public void holdDay(@Nullable UUID world, LocalDate deliveryDay) {
    connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select cast(pg_advisory_xact_lock(hashtextextended(?, 0)) as text)",
                row -> true,
                "bidding day %s %s %s".formatted(organization(), world, deliveryDay)));
  }

  @Override
  public List<OfferAtVenue> atVenue(UUID auctionId, UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select s.bid_id, v.asset_id, v.side, v.label, v.curve_ends, v.block_orders
                  from submission s
                  join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
                 where s.auction_id = ?
                   and s.state in
                     ('queued', 'sent', 'in_doubt', 'acknowledged', 'withdraw_requested')
                   and v.asset_id = ?
                 order by s.bid_id
                """,
                row -> new OfferAtVenue(row.getObject("bid_id", UUID.class), BidRows.offer(row)),
                auctionId,
                assetId));
  }

  private static UUID organization() {
    return Tenancy.require().organization().value();
  }
}

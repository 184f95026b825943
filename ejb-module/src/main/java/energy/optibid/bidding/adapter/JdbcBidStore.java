package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SubmissionState;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.bidding.domain.Bid;
import energy.optibid.bidding.domain.BidStore;
import energy.optibid.bidding.domain.BidVersion;
import energy.optibid.bidding.domain.Submission;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.Tenancy;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bids in the tables {@code bid}, {@code bid_version} and {@code submission}. */
@ApplicationScoped
@Typed(BidStore.class)
public class JdbcBidStore implements BidStore {
  private static final String SELECT_BID =
      """
      select b.id, b.auction_id, b.state, b.created_at, b.created_by, b.updated_at, b.version,
             v.number, v.asset_id, v.area_code, v.side, v.label, v.lines, v.carry_over,
             v.created_at as version_at, v.created_by as version_by,
             s.id as submission_id, s.version_number, s.venue, s.venue_reference,
             s.state as submission_state, s.at as submission_at
        from bid b
        join bid_version v on v.bid_id = b.id and v.number = b.version_number
        left join submission s on s.id = b.submission_id
      """;
  private static final String SELECT_SUBMITTED =
      """
      select s.organization_id, s.bid_id, s.id as submission_id, s.version_number,
             v.asset_id, v.area_code, v.side, v.label, v.lines, v.carry_over
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
                                     label, lines, created_at, created_by, carry_over)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
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
              return row.next() ? Optional.of(bid(row)) : Optional.empty();
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
                                    venue_reference, state, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set state = excluded.state, at = excluded.at
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
      upsert.executeUpdate();
    }
  }

  private static void update(Connection connection, Bid bid) throws SQLException {
    Submission submission = bid.submission();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update bid set state = ?, version_number = ?, submission_id = ?, updated_at = ?,
                           version = version + 1
             where id = ? and version = ?
            """)) {
      update.setString(1, bid.state().code());
      update.setInt(2, bid.version().number());
      update.setObject(3, submission == null ? null : submission.id());
      update.setObject(4, bid.updatedAt());
      update.setObject(5, bid.id());
      update.setLong(6, bid.lockVersion());
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
                 and (?::uuid is null and ?::date is null
                      or b.auction_id in
                         (select a.id from auction a
                           where (?::uuid is null or a.exchange_id = ?::uuid)
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
                select.setObject(1, query.auctionId());
                select.setObject(2, query.auctionId());
                select.setString(3, state);
                select.setString(4, state);
                select.setObject(5, query.exchangeId());
                select.setObject(6, query.deliveryDay());
                select.setObject(7, query.exchangeId());
                select.setObject(8, query.exchangeId());
                select.setObject(9, query.deliveryDay());
                select.setObject(10, query.deliveryDay());
                select.setObject(11, before);
                select.setObject(12, before);
                select.setInt(13, limit + 1);
                List<Bid> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                  while (row.next()) {
                    found.add(bid(row));
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
                  select number, asset_id, area_code, side, label, lines, carry_over,
                         created_at as version_at, created_by as version_by
                    from bid_version where bid_id = ? order by number
                  """)) {
            select.setObject(1, bidId);
            List<BidVersion> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(version(row));
              }
            }
            return found;
          }
        });
  }

  @Override
  public List<SubmittedBid> acknowledged(UUID auctionId) {
    return submitted(
        SELECT_SUBMITTED + " where s.auction_id = ? and s.state = 'acknowledged' order by s.bid_id",
        connection -> auctionId);
  }

  @Override
  public List<SubmittedBid> submissions(Collection<UUID> submissionIds) {
    Object[] ids = submissionIds.toArray();
    return submitted(
        SELECT_SUBMITTED + " where s.id = any(?) order by s.bid_id",
        connection -> connection.createArrayOf("uuid", ids));
  }

  private List<SubmittedBid> submitted(String sql, SqlFunction<Connection, Object> parameter) {
    return connections.withConnection(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter.apply(connection));
            List<SubmittedBid> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(
                    new SubmittedBid(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getObject("bid_id", UUID.class),
                        row.getObject("submission_id", UUID.class),
                        row.getInt("version_number"),
                        content(row)));
              }
            }
            return found;
          }
        });
  }

  @Override
  public Map<Integer, BigDecimal> committed(
      UUID auctionId, UUID assetId, BidSide side, UUID exceptBid) {
    Map<Integer, BigDecimal> committed = new HashMap<>();
    for (SubmittedBid other : acknowledged(auctionId)) {
      if (!other.bidId().equals(exceptBid)
          && other.content().assetId().equals(assetId)
          && other.content().side() == side) {
        for (BidBlock block : other.content().blocks()) {
          committed.merge(block.block(), block.offered(), BigDecimal::add);
        }
      }
    }
    return committed;
  }

  private static Bid bid(ResultSet row) throws SQLException {
    UUID submissionId = row.getObject("submission_id", UUID.class);
    Submission submission =
        submissionId == null
            ? null
            : new Submission(
                submissionId,
                row.getInt("version_number"),
                row.getString("venue"),
                row.getString("venue_reference"),
                SubmissionState.valueOf(row.getString("submission_state").toUpperCase(Locale.ROOT)),
                row.getObject("submission_at", OffsetDateTime.class));
    return Bid.stored(
        row.getObject("id", UUID.class),
        row.getObject("auction_id", UUID.class),
        BidState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        version(row),
        submission,
        row.getObject("created_at", OffsetDateTime.class),
        row.getObject("created_by", UUID.class),
        row.getObject("updated_at", OffsetDateTime.class),
        row.getLong("version"));
  }

  private static BidVersion version(ResultSet row) throws SQLException {
    return new BidVersion(
        row.getInt("number"),
        content(row),
        row.getObject("version_at", OffsetDateTime.class),
        row.getObject("version_by", UUID.class));
  }

  private static BidContent content(ResultSet row) throws SQLException {
    return new BidContent(
        row.getObject("asset_id", UUID.class),
        row.getString("area_code"),
        BidSide.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
        row.getString("label"),
        BidLines.read(row.getString("lines")),
        row.getBoolean("carry_over"));
  }

  private static UUID organization() {
    return Tenancy.require().organization().value();
  }
}

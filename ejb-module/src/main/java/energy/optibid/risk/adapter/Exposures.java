package energy.optibid.risk.adapter;

import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.Bidding;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.domain.Exposure;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Exposures in {@code submission_exposure}, one row for each version that was ever queued, so that
 * no submission reads the curves of those before it. Works in the caller's transaction.
 */
@ApplicationScoped
public class Exposures {
  /** States of a submission that may be at a venue, as a list of SQL. */
  private static final String STANDING =
      "('queued', 'sent', 'in_doubt', 'acknowledged', 'withdraw_requested')";

  private static final String SELECT =
      """
      select e.bid_id, e.version_number, e.written_by, e.asset_id, e.market_code, e.currency,
        e.volume, e.value, e.loss, %s as kilowatts
      from submission_exposure e
      where e.organization_id = current_organization() and e.delivery_day = ?
        and e.world is not distinct from ?::uuid
        and exists (select 1 from submission s
                     where s.bid_id = e.bid_id and s.version_number = e.version_number
                       and s.state in"""
          + STANDING
          + ")";

  private final TenantConnections connections;
  private final Bidding bidding;
  private final Auctions auctions;
  private final Rules rules;

  @Inject
  public Exposures(TenantConnections connections, Bidding bidding, Auctions auctions, Rules rules) {
    this.connections = connections;
    this.bidding = bidding;
    this.auctions = auctions;
    this.rules = rules;
  }

  /** The world an auction belongs to; null for neither exchange nor import. */
  static @Nullable UUID world(Auction auction) {
    UUID exchange = auction.exchangeId();
    return exchange == null ? auction.importId() : exchange;
  }

  /** What a version weighs. */
  public Exposure weigh(
      UUID bidId, int versionNumber, UUID writtenBy, BidContent content, Auction auction) {
    return Exposure.of(
        new Exposure.Version(
            bidId,
            versionNumber,
            writtenBy,
            auction.marketCode(),
            auction.currency(),
            auction.blockMinutes(),
            rules.forDay(auction.marketCode(), auction.deliveryDay()).curveKind()),
        content);
  }

  /** Keeps what a version weighs; of one that is kept nothing changes. */
  public void keep(Exposure exposure, Auction auction) {
    connections.withConnection(
        connection ->
            Sql.change(
                connection,
                """
                insert into submission_exposure (bid_id, version_number, organization_id, world,
                  delivery_day, market_code, currency, asset_id, written_by, volume, value, loss,
                  kilowatts)
                values (?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (bid_id, version_number) do nothing""",
                exposure.bidId(),
                exposure.versionNumber(),
                Tenancy.require().organization().value(),
                world(auction),
                auction.deliveryDay(),
                exposure.marketCode(),
                exposure.currency(),
                exposure.assetId(),
                exposure.writtenBy(),
                exposure.volume(),
                exposure.value(),
                exposure.loss(),
                connection.createArrayOf("bigint", exposure.kilowatts().toArray())));
  }

  /**
   * Every version of the organisation that may be at a venue for a delivery day of a world.
   *
   * @param limits what they are measured by: powers are read for net positions only
   */
  public List<Exposure> standing(@Nullable UUID world, LocalDate day, List<RiskLimit> limits) {
    boolean powers =
        limits.stream()
            .anyMatch(
                limit ->
                    switch (limit.kind()) {
                      case NET_POSITION -> true;
                      case VOLUME, VALUE, PRICE_COLLAR, DAILY_LOSS -> false;
                    });
    return connections.withConnection(
        connection -> {
          weighUnweighed(connection, world, day);
          return Sql.rows(
              connection,
              SELECT.formatted(powers ? "e.kilowatts" : "'{}'::bigint[]"),
              Exposures::read,
              day,
              world);
        });
  }

  /** What was queued before there were exposures is weighed when it is first asked for. */
  private void weighUnweighed(Connection connection, @Nullable UUID world, LocalDate day)
      throws SQLException {
    Map<UUID, Unweighed> found = new HashMap<>();
    for (Unweighed one :
        Sql.rows(
            connection,
            """
            select s.id, s.auction_id, v.created_by
              from submission s
              join auction a on a.id = s.auction_id
              join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
             where s.organization_id = current_organization() and a.delivery_day = ?
               and coalesce(a.exchange_id, a.import_id) is not distinct from ?::uuid
               and s.state in %s
               and not exists (select 1 from submission_exposure e
                                where e.bid_id = s.bid_id
                                  and e.version_number = s.version_number)"""
                .formatted(STANDING),
            row ->
                new Unweighed(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class)),
            day,
            world)) {
      found.put(one.submissionId(), one);
    }
    if (found.isEmpty()) {
      return;
    }
    for (SubmittedBid bid : bidding.submissions(found.keySet())) {
      Unweighed one = found.get(bid.submissionId());
      if (one != null) {
        Auction auction = auctions.require(one.auctionId());
        keep(
            weigh(bid.bidId(), bid.versionNumber(), one.writtenBy(), bid.content(), auction),
            auction);
      }
    }
  }

  private record Unweighed(UUID submissionId, UUID auctionId, UUID writtenBy) {}

  private static Exposure read(ResultSet row) throws SQLException {
    return new Exposure(
        row.getObject("bid_id", UUID.class),
        row.getInt("version_number"),
        row.getObject("written_by", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getString("market_code"),
        row.getString("currency"),
        row.getBigDecimal("volume"),
        row.getBigDecimal("value"),
        row.getBigDecimal("loss"),
        Stream.of((Long[]) row.getArray("kilowatts").getArray()).toList());
  }
}

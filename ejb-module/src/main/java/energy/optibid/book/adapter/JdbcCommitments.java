package energy.optibid.book.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.VenueBid;
import energy.optibid.bidding.VenueBids;
import energy.optibid.bidding.VenuePurchase;
import energy.optibid.book.CommitmentKind;
import energy.optibid.book.Contract;
import energy.optibid.book.domain.BookGrid;
import energy.optibid.book.domain.Commitment;
import energy.optibid.book.domain.Offer;
import energy.optibid.book.domain.PowerSeries;
import energy.optibid.book.domain.ValidContract;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.market.World;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What assets are committed to on a delivery day: one query each for contracts, bids without a
 * result and awards, and one more where something was carried over. Reads tables of other
 * capabilities, whose own interfaces answer by auction.
 */
@ApplicationScoped
public class JdbcCommitments {
  /**
   * The latest revision of each award of the day, by bid and auction, its blocks in arrays: what
   * runs here gave and, of the real markets, what their exchanges did.
   */
  private static final String AWARDS =
      """
      with latest as (
        select distinct on (w.auction_id, w.bid_id, w.block, w.block_order)
               w.auction_id, w.bid_id, w.submission_id, w.asset_id, w.side, w.status, w.block,
               w.accepted_mwh, a.market_code, a.time_zone, a.block_minutes,
               case w.block_order when '' then w.offered_mwh - w.accepted_mwh else 0 end as rest_mwh
          from auction a
          join award w on w.auction_id = a.id and w.run_id = a.latest_run_id
         where a.delivery_day = ?
           and %s
           and a.state in ('cleared', 'published', 'settled')
           and (?::uuid is null or w.asset_id = ?::uuid)
         order by w.auction_id, w.bid_id, w.block, w.block_order, w.revision desc),
      outside as (
        select distinct on (w.submission_id, w.block, w.block_order)
               w.auction_id, w.bid_id, w.submission_id, w.asset_id, w.side,
               case w.status when 'provisional' then w.status else 'final' end as status, w.block,
               w.awarded_mwh as accepted_mwh, a.market_code, a.time_zone, a.block_minutes,
               case w.block_order when ''
                 then (w.offered_mw - w.awarded_mw) * a.block_minutes / 60 else 0 end as rest_mwh
          from auction a
          join exchange_award w on w.auction_id = a.id
         where a.delivery_day = ?
           and %s
           and a.state in ('cleared', 'published', 'settled')
           and (?::uuid is null or w.asset_id = ?::uuid)
         order by w.submission_id, w.block, w.block_order, w.revision desc),
      blocks as (
        select auction_id, bid_id, submission_id, asset_id, side, status, market_code, time_zone,
               block_minutes, block, sum(accepted_mwh) as accepted, sum(rest_mwh) as rest
          from (select * from latest union all select * from outside) every_award
         group by auction_id, bid_id, submission_id, asset_id, side, status, market_code, time_zone,
                  block_minutes, block)
      select b.auction_id, b.bid_id, b.asset_id, b.side, b.status, b.market_code, b.time_zone,
             b.block_minutes, v.label, v.carry_over, array_agg(b.block) as numbers,
             array_agg(b.accepted) as accepted, array_agg(b.rest) as rest
        from blocks b
        join submission s on s.id = b.submission_id
        join bid_version v on v.bid_id = s.bid_id and v.number = s.version_number
       group by b.auction_id, b.bid_id, b.asset_id, b.side, b.status, b.market_code, b.time_zone,
                b.block_minutes, v.label, v.carry_over
       order by b.auction_id, b.bid_id, b.status
      """;

  private final TenantConnections connections;
  private final VenueBids bids;
  private final Rules rules;

  @Inject
  public JdbcCommitments(TenantConnections connections, VenueBids bids, Rules rules) {
    this.connections = connections;
    this.bids = bids;
    this.rules = rules;
  }

  /**
   * Everything of one asset, or of every one.
   *
   * @param asset an asset by its id
   */
  List<Commitment> of(
      World world, BookGrid grid, @Nullable UUID assetId, Function<UUID, Optional<Asset>> asset) {
    List<Commitment> commitments = new ArrayList<>();
    if (world.importId() == null) {
      commitments.addAll(contracts(world, grid, assetId));
    }
    commitments.addAll(offered(bids.unresolved(world, grid.date(), assetId), grid));
    List<AwardedBid> awards = awards(world, grid.date(), assetId);
    awards.forEach(award -> commitments.add(award.accepted(grid)));
    commitments.addAll(carried(world, grid, awards, asset));
    return commitments;
  }

  /** Bids without a result that buy, with their prices. */
  List<VenuePurchase> purchases(World world, LocalDate day) {
    return bids.purchases(world, day);
  }

  /** Each bid once, whichever of its versions stands. */
  private static List<Commitment> offered(List<VenueBid> bids, BookGrid grid) {
    Map<UUID, Commitment> byBid = new LinkedHashMap<>();
    for (VenueBid bid : bids) {
      Offer offer = Offer.of(bid.offer(), bid.day(), grid);
      Commitment earlier = byBid.get(bid.bidId());
      byBid.put(
          bid.bidId(),
          new Commitment(
              CommitmentKind.OFFERED,
              bid.bidId(),
              bid.offer().label(),
              bid.auctionId(),
              bid.marketCode(),
              bid.offer().assetId(),
              bid.offer().side(),
              earlier == null ? offer : earlier.offer().or(offer)));
    }
    return List.copyOf(byBid.values());
  }

  private List<Commitment> contracts(World world, BookGrid grid, @Nullable UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                ContractRows.SELECT
                    + ContractRows.NEWEST
                    + """
                       and c.removed_at is null
                       and ? between v.valid_from and v.valid_to
                       and v.exchange_id is not distinct from ?::uuid
                       and (?::uuid is null or v.asset_id = ?::uuid)
                     order by c.id
                    """,
                row -> commitment(ContractRows.contract(row), grid),
                grid.date(),
                world.exchangeId(),
                assetId,
                assetId));
  }

  private static Commitment commitment(Contract contract, BookGrid grid) {
    return new Commitment(
        contract.kind().commitment(),
        contract.id(),
        contract.reference(),
        null,
        null,
        contract.assetId(),
        contract.side(),
        Offer.firm(ValidContract.power(contract.profile(), grid)));
  }

  private List<AwardedBid> awards(World world, LocalDate day, @Nullable UUID assetId) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                AWARDS.formatted(world.condition("a"), world.condition("a")),
                AwardedBid::read,
                day,
                world.id(),
                assetId,
                assetId,
                day,
                world.id(),
                assetId,
                assetId));
  }

  private List<Commitment> carried(
      World world, BookGrid grid, List<AwardedBid> awards, Function<UUID, Optional<Asset>> asset) {
    List<AwardedBid> left =
        awards.stream().filter(award -> award.carryOver() && award.hasRest()).toList();
    if (left.isEmpty()) {
      return List.of();
    }
    Map<String, UUID> undecided = undecided(world, grid.date());
    List<Commitment> carried = new ArrayList<>();
    for (AwardedBid award : left) {
      String next = rules.after(award.marketCode(), grid.date()).orElse(null);
      UUID auctionId = next == null ? null : undecided.get(next);
      if (next != null && auctionId != null && takes(next, award, grid.date(), asset)) {
        carried.add(award.rest(grid, next, auctionId));
      }
    }
    return carried;
  }

  /** Purchases go on anyhow; sales only where the next market takes what stands behind them. */
  private boolean takes(
      String market, AwardedBid award, LocalDate day, Function<UUID, Optional<Asset>> asset) {
    AuctionRules next = rules.forDay(market, day);
    return award.side() == BidSide.BUY
        || next.permitsEverySale()
        || asset
            .apply(award.assetId())
            .flatMap(Asset::technology)
            .filter(next.eligibleSellers()::contains)
            .isPresent();
  }

  /** Auctions of the day without a result, by market; each is the only one of its market. */
  private Map<String, UUID> undecided(World world, LocalDate day) {
    Map<String, UUID> auctions = new LinkedHashMap<>();
    connections
        .withConnection(
            connection ->
                Sql.rows(
                    connection,
                    """
                    select a.market_code, a.id from auction a
                     where a.delivery_day = ? and a.session = 1
                       and %s
                       and a.state in ('scheduled', 'open', 'closed')
                     order by a.id
                    """
                        .formatted(world.condition("a")),
                    row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
                    day,
                    world.id()))
        .forEach(entry -> auctions.put(entry.getKey(), entry.getValue()));
    return auctions;
  }

  /** The latest revision of each asset's implemented schedule of the day. */
  Map<UUID, PowerSeries> schedules(World world, BookGrid grid) {
    if (world.importId() != null) {
      return Map.of();
    }
    Map<UUID, PowerSeries> schedules = new LinkedHashMap<>();
    connections
        .withConnection(
            connection ->
                Sql.rows(
                    connection,
                    """
                    select distinct on (asset_id) asset_id, injection_mw from implemented_schedule
                     where exchange_id is not distinct from ?::uuid and delivery_day = ?
                     order by asset_id, revision desc
                    """,
                    row -> schedule(row, grid),
                    world.exchangeId(),
                    grid.date()))
        .forEach(entry -> schedules.put(entry.getKey(), entry.getValue()));
    return schedules;
  }

  private static Map.Entry<UUID, PowerSeries> schedule(ResultSet row, BookGrid grid)
      throws SQLException {
    List<BigDecimal> steps = List.of((BigDecimal[]) row.getArray("injection_mw").getArray());
    return Map.entry(row.getObject("asset_id", UUID.class), grid.spread(steps));
  }
}

package energy.optibid.book.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.SubmissionCandidate;
import energy.optibid.bidding.SubmissionCheck;
import energy.optibid.bidding.VenuePurchase;
import energy.optibid.book.Registration;
import energy.optibid.book.domain.BookGrid;
import energy.optibid.book.domain.CandidateBid;
import energy.optibid.book.domain.RegistrationRules;
import energy.optibid.book.domain.RegistrationRules.Trading;
import energy.optibid.engine.rules.DatedRule;
import energy.optibid.engine.rules.GateTime;
import energy.optibid.engine.rules.RequiredRegistration;
import energy.optibid.engine.rules.RuleParameter;
import energy.optibid.market.Auction;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.market.World;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a bid from a real operator that would not count it: what the market's rule pack asks for
 * must be on record. Simulated exchanges and imported days ask for nothing.
 */
@ApplicationScoped
@Typed(SubmissionCheck.class)
public class RegistrationCheck implements SubmissionCheck {
  private final JdbcCommitments commitments;
  private final TenantConnections connections;
  private final Assets assets;
  private final Markets markets;
  private final Rules rules;

  @Inject
  public RegistrationCheck(
      JdbcCommitments commitments,
      TenantConnections connections,
      Assets assets,
      Markets markets,
      Rules rules) {
    this.commitments = commitments;
    this.connections = connections;
    this.assets = assets;
    this.markets = markets;
    this.rules = rules;
  }

  @Override
  public List<BidFault> faults(SubmissionCandidate candidate) {
    Auction auction = candidate.auction();
    if (!World.of(auction).equals(World.REAL) || !rules.markets().contains(auction.marketCode())) {
      return List.of();
    }
    Market market = markets.find(auction.marketCode()).orElseThrow();
    Set<RequiredRegistration> required = required(auction);
    Asset asset = assets.find(candidate.content().assetId()).orElse(null);
    if (market.simulated() || required.isEmpty() || asset == null) {
      return List.of();
    }
    BookGrid grid = new BookGrid(auction.deliveryDay(), ZoneId.of(auction.timeZone()));
    return RegistrationRules.faults(
        required,
        new CandidateBid(candidate.bidId(), candidate.content(), auction, asset, grid),
        market.operatorCode(),
        records(auction),
        trading(candidate, grid, market.operatorCode()));
  }

  private Set<RequiredRegistration> required(Auction auction) {
    return rule(auction, RuleParameter.REGISTRATIONS)
        .map(RequiredRegistration::parse)
        .orElse(EnumSet.noneOf(RequiredRegistration.class));
  }

  private Optional<String> rule(Auction auction, RuleParameter parameter) {
    return rules.inForce(auction.marketCode(), auction.deliveryDay()).stream()
        .filter(rule -> rule.parameter() == parameter)
        .map(DatedRule::value)
        .findFirst();
  }

  /** Those in force on the delivery day; of margins the last one stated before they are checked. */
  private List<Registration> records(Auction auction) {
    LocalDate day = auction.deliveryDay();
    Instant check =
        rule(auction, RuleParameter.MARGIN_CHECK)
            .map(GateTime::parse)
            .map(
                time ->
                    time.before(
                        day, ZoneId.of(auction.timeZone()), auction.blocks().get(0).start()))
            .orElse(auction.gateClosesAt().toInstant());
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                RegistrationRows.SELECT
                    + RegistrationRows.NEWEST
                    + """
                       and r.removed_at is null
                       and (v.valid_to is null or v.valid_to >= ?)
                       and case v.kind when 'margin' then v.as_of <= ? else v.valid_from <= ? end
                     order by v.as_of desc, r.id
                    """,
                RegistrationRows::registration,
                day,
                check.atOffset(ZoneOffset.UTC),
                day));
  }

  private Trading trading(SubmissionCandidate candidate, BookGrid grid, String operatorCode) {
    Auction auction = candidate.auction();
    Map<String, String> operators =
        markets.all().stream().collect(Collectors.toMap(Market::code, Market::operatorCode));
    List<VenuePurchase> others =
        commitments.purchases(World.REAL, auction.deliveryDay()).stream()
            .filter(bid -> !bid.bidId().equals(candidate.bidId()))
            .filter(bid -> operatorCode.equals(operators.get(bid.marketCode())))
            .toList();
    return new Trading(
        commitments.of(World.REAL, grid, null, assets::find).stream()
            .filter(other -> !BookCheck.isOf(other, candidate.bidId(), auction))
            .toList(),
        candidate.content(),
        others,
        awarded(operatorCode, auction.deliveryDay()));
  }

  private BigDecimal awarded(String operatorCode, LocalDate day) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    """
                    with auctions as (
                      select a.id, a.latest_run_id from auction a
                        join market m on m.code = a.market_code and m.operator_code = ?
                       where a.delivery_day = ? and a.exchange_id is null and a.import_id is null
                         and a.state in ('cleared', 'published', 'settled'))
                    select coalesce(sum(cost), 0) from (
                      select -w.amount as cost from auctions a
                        join award w on w.auction_id = a.id and w.run_id = a.latest_run_id
                       where w.side = 'buy'
                      union all
                      select cost from (
                        select distinct on (w.submission_id, w.block, w.block_order)
                               w.awarded_mwh * w.price as cost
                          from auctions a
                          join exchange_award w on w.auction_id = a.id
                         where w.side = 'buy'
                         order by w.submission_id, w.block, w.block_order, w.revision desc) latest
                      ) every_award
                    """,
                    row -> row.getBigDecimal(1),
                    operatorCode,
                    day))
        .orElse(BigDecimal.ZERO);
  }
}

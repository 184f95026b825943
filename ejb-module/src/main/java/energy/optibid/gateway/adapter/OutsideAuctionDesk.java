package energy.optibid.gateway.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidStanding;
import energy.optibid.bidding.BidStandings;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.AuctionSession;
import energy.optibid.gateway.OutsideAuction;
import energy.optibid.gateway.OutsideAuctionInput;
import energy.optibid.gateway.OutsideAuctions;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Auctions of real markets by the calendars of their rule packs, one of each per organisation. */
@ApplicationScoped
@Typed(OutsideAuctions.class)
@InTransaction
public class OutsideAuctionDesk implements OutsideAuctions {
  private static final int DAYS_AHEAD = 14;

  private final Markets markets;
  private final Rules rules;
  private final AuctionFloor floor;
  private final Auctions auctions;
  private final BidStandings bids;
  private final TenantConnections connections;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public OutsideAuctionDesk(
      Markets markets,
      Rules rules,
      AuctionFloor floor,
      Auctions auctions,
      BidStandings bids,
      TenantConnections connections,
      AuditTrail audit,
      Clock clock) {
    this.markets = markets;
    this.rules = rules;
    this.floor = floor;
    this.auctions = auctions;
    this.bids = bids;
    this.connections = connections;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Auction join(OutsideAuctionInput input) {
    List<Fault> faults = new ArrayList<>();
    Market market = market(input.marketCode(), faults);
    LocalDate day = input.deliveryDay();
    if (day == null) {
      faults.add(new Fault("/deliveryDay", "required", "Say for which day."));
    }
    if (market == null || day == null) {
      throw refused(faults);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(market.timeZone()));
    if (day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
      faults.add(new Fault("/deliveryDay", "range", "Take a day from today to 14 days ahead."));
      throw refused(faults);
    }
    AuctionSession session = session(market, day, input.session(), faults);
    if (session == null || !faults.isEmpty()) {
      throw refused(faults);
    }
    requireNotThere(market, day, session);
    Auction auction = auction(rules.forDay(market.code(), day), session);
    floor.add(List.of(auction));
    audit.record(
        "auction.joined",
        "auction",
        auction.id(),
        Json.createObjectBuilder()
            .add("marketCode", market.code())
            .add("deliveryDay", day.toString())
            .add("session", session.number())
            .build());
    return clock.instant().isBefore(session.gateOpens()) ? auction : floor.open(auction.id());
  }

  @Override
  public Page<OutsideAuction> list(@Nullable String cursor, int limit) {
    Page<Auction> page = auctions.heldOutside(cursor, limit);
    Map<UUID, BidStanding> standings = bids.of(page.items().stream().map(Auction::id).toList());
    return new Page<>(
        page.items().stream()
            .map(
                auction ->
                    new OutsideAuction(
                        auction, standings.getOrDefault(auction.id(), BidStanding.NONE)))
            .toList(),
        page.nextCursor());
  }

  private @Nullable Market market(@Nullable String code, List<Fault> faults) {
    Optional<Market> market =
        Optional.ofNullable(code)
            .flatMap(markets::find)
            .filter(Market::takesOrders)
            .filter(found -> !found.simulated());
    if (market.isEmpty()) {
      faults.add(new Fault("/marketCode", "unknown", "Name a real market that takes orders."));
    }
    return market.orElse(null);
  }

  private @Nullable AuctionSession session(
      Market market, LocalDate day, @Nullable Integer wanted, List<Fault> faults) {
    int number = wanted == null ? 1 : wanted;
    Optional<AuctionSession> session =
        rules.calendar(market.code(), day).sessions().stream()
            .filter(found -> found.number() == number)
            .findFirst();
    if (session.isEmpty()) {
      faults.add(new Fault("/session", "unknown", "The market has no such auction on that day."));
    } else if (!clock.instant().isBefore(session.get().gateCloses())) {
      faults.add(new Fault("/deliveryDay", "gate_closed", "The gate of that auction is closed."));
    }
    return session.orElse(null);
  }

  private static ProblemException refused(List<Fault> faults) {
    return new ProblemException(ProblemCode.VALIDATION_FAILED, faults.get(0).message(), faults);
  }

  private void requireNotThere(Market market, LocalDate day, AuctionSession session) {
    UUID organization = Tenancy.require().organization().value();
    Optional<UUID> there =
        connections.withConnection(
            connection ->
                Sql.first(
                    connection,
                    """
                    select id from auction
                     where organization_id = ? and market_code = ? and delivery_day = ?
                       and session = ? and clock = 'wall' and exchange_id is null
                       and import_id is null""",
                    row -> row.getObject(1, UUID.class),
                    organization,
                    market.code(),
                    day,
                    session.number()));
    if (there.isPresent()) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "You take part in that auction already: " + there.get() + ".");
    }
  }

  private static Auction auction(AuctionRules rules, AuctionSession session) {
    return new Auction(
        Ids.next(),
        Tenancy.require().organization().value(),
        null,
        rules.market(),
        rules.deliveryDay(),
        session.number(),
        AuctionScope.SANDBOX,
        AuctionState.SCHEDULED,
        AuctionClock.WALL,
        local(session.gateOpens(), rules),
        local(session.gateCloses(), rules),
        localOrNull(session.clears(), rules),
        localOrNull(session.publishes(), rules),
        rules.timeZone().getId(),
        rules.currency().getCurrencyCode(),
        (int) rules.marketTimeUnit().toMinutes(),
        session.firstBlock(),
        session.blockCount(),
        rules.zones(),
        null,
        null,
        1);
  }

  private static @Nullable OffsetDateTime localOrNull(
      @Nullable Instant moment, AuctionRules rules) {
    return moment == null ? null : local(moment, rules);
  }

  private static OffsetDateTime local(Instant instant, AuctionRules rules) {
    return instant.atZone(rules.timeZone()).toOffsetDateTime();
  }
}

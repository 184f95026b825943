package energy.optibid.exchange.domain;

import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.AuctionSession;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.exchange.EventKind;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionClock;
import energy.optibid.market.AuctionScope;
import energy.optibid.market.AuctionState;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything an exchange does for one delivery day: its auctions and the events that move them. */
public record DayPlan(List<Auction> auctions, List<PlannedEvent> events) {
  private static final Duration METERS_AFTER = Duration.ofMinutes(15);

  public DayPlan {
    auctions = List.copyOf(auctions);
    events = List.copyOf(events);
  }

  /**
   * The calendar of the rule packs, for an exchange.
   *
   * @throws IllegalStateException if a pack does not say when its auctions clear
   */
  public static DayPlan of(ExchangeState exchange, LocalDate day, Rules packs) {
    List<Auction> auctions = new ArrayList<>();
    List<PlannedEvent> events = new ArrayList<>();
    for (SimulatedMarket market : SimulatedMarket.values()) {
      AuctionRules rules = packs.forDay(market.code(), day);
      for (AuctionSession session : packs.calendar(market.code(), day).sessions()) {
        Auction auction = auction(exchange, market, rules, session, AuctionState.SCHEDULED);
        auctions.add(auction);
        UUID id = auction.id();
        events.add(PlannedEvent.of(id, market, day, EventKind.OPEN, session.gateOpens()));
        if (market == SimulatedMarket.RTM) {
          events.add(PlannedEvent.of(id, market, day, EventKind.STANDING, session.gateOpens()));
        }
        events.add(PlannedEvent.of(id, market, day, EventKind.CLOSE, session.gateCloses()));
        events.add(
            PlannedEvent.of(id, market, day, EventKind.CLEAR, due(session.clears(), market)));
        events.add(
            PlannedEvent.of(id, market, day, EventKind.PUBLISH, due(session.publishes(), market)));
      }
    }
    Instant end = deliveryDay(day, packs).end();
    events.add(PlannedEvent.ofDay(day, EventKind.METER, end.plus(METERS_AFTER)));
    return new DayPlan(auctions, events);
  }

  /** A day with its blocks. */
  public static DeliveryDay deliveryDay(LocalDate day, Rules packs) {
    return packs.forDay(SimulatedMarket.DAM.code(), day).day();
  }

  /** A day-ahead auction of the past: nobody of today traded in it, nothing is left to settle. */
  public static Auction past(ExchangeState exchange, LocalDate day, Rules packs) {
    AuctionRules rules = packs.forDay(SimulatedMarket.DAM.code(), day);
    return auction(
        exchange, SimulatedMarket.DAM, rules, rules.sessions().get(0), AuctionState.SETTLED);
  }

  private static Auction auction(
      ExchangeState exchange,
      SimulatedMarket market,
      AuctionRules rules,
      AuctionSession session,
      AuctionState state) {
    return new Auction(
        Ids.next(),
        exchange.organizationId(),
        exchange.id(),
        market.code(),
        rules.deliveryDay(),
        session.number(),
        exchange.isShared() ? AuctionScope.SHARED : AuctionScope.SANDBOX,
        state,
        exchange.isShared() ? AuctionClock.WALL : AuctionClock.ACCELERATED,
        local(session.gateOpens(), rules),
        local(session.gateCloses(), rules),
        local(due(session.clears(), market), rules),
        local(due(session.publishes(), market), rules),
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

  private static Instant due(@Nullable Instant moment, SimulatedMarket market) {
    if (moment == null) {
      throw new IllegalStateException("the pack of " + market.code() + " has no time for results");
    }
    return moment;
  }

  private static OffsetDateTime local(Instant instant, AuctionRules rules) {
    return instant.atZone(rules.timeZone()).toOffsetDateTime();
  }
}

package energy.optibid.exchange.adapter;

import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ExchangeClearing;
import energy.optibid.config.NodeConfigSource;
import energy.optibid.exchange.BeforeClosure;
import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.EventKind;
import energy.optibid.exchange.domain.DayPlan;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.ExchangeStore.DueEvent;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.AuctionState;
import energy.optibid.market.PriceMonths;
import energy.optibid.metering.SimulatedMeters;
import energy.optibid.rules.Rules;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does what an exchange's calendar demands, one event per transaction. Whoever works on an exchange
 * holds its row, so that of several servers one does each event, and a server that dies leaves the
 * event to the next one as if it had never begun.
 */
@ApplicationScoped
public class EventPerformance {
  private static final Logger LOG = Logger.getLogger(EventPerformance.class.getName());
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;
  private static final int MOST_TRIES = 3;

  private final PlatformTransactions transactions;
  private final ExchangeStore store;
  private final AuctionFloor floor;
  private final PriceMonths priceMonths;
  private final ExchangeClearing clearing;
  private final StandingBidPlacement standingBids;
  private final SimulatedMeters meters;
  private final ExchangeEvents events;
  private final Rules rules;
  private final Clock clock;
  private final Iterable<BeforeClosure> beforeClosure;
  private final String node = NodeConfigSource.ownName();

  @Inject
  public EventPerformance(
      PlatformTransactions transactions,
      ExchangeStore store,
      AuctionFloor floor,
      PriceMonths priceMonths,
      ExchangeClearing clearing,
      StandingBidPlacement standingBids,
      SimulatedMeters meters,
      ExchangeEvents events,
      Rules rules,
      Clock clock,
      @Any Instance<BeforeClosure> beforeClosure) {
    this(
        transactions,
        store,
        floor,
        priceMonths,
        clearing,
        standingBids,
        meters,
        events,
        rules,
        clock,
        (Iterable<BeforeClosure>) beforeClosure);
  }

  /** The same with what no container found. */
  EventPerformance(
      PlatformTransactions transactions,
      ExchangeStore store,
      AuctionFloor floor,
      PriceMonths priceMonths,
      ExchangeClearing clearing,
      StandingBidPlacement standingBids,
      SimulatedMeters meters,
      ExchangeEvents events,
      Rules rules,
      Clock clock,
      Iterable<BeforeClosure> beforeClosure) {
    this.transactions = transactions;
    this.store = store;
    this.floor = floor;
    this.priceMonths = priceMonths;
    this.clearing = clearing;
    this.standingBids = standingBids;
    this.meters = meters;
    this.events = events;
    this.rules = rules;
    this.clock = clock;
    this.beforeClosure = beforeClosure;
  }

  /**
   * Does the next due event of an exchange, unless another server is at it or nothing is due.
   *
   * @return whether there may be more to do at once
   */
  public boolean next(UUID exchangeId) {
    return next(exchangeId, false);
  }

  /** The same, waiting for a server that holds the exchange. */
  public boolean nextWaiting(UUID exchangeId) {
    return next(exchangeId, true);
  }

  /** A failed event may be tried at once, also one of the shared exchange. */
  public void retry(UUID eventId) {
    transactions.call(
        () -> {
          store.retryNow(eventId);
          return eventId;
        });
  }

  private boolean next(UUID exchangeId, boolean waiting) {
    Ahead ahead =
        transactions.call(() -> hold(exchangeId, waiting).map(this::ahead).orElse(Ahead.NOTHING));
    ahead.planned().forEach(this::prepare);
    DueEvent event = ahead.due();
    if (event == null) {
      return false;
    }
    try {
      if (event.kind() == EventKind.STANDING) {
        // bids belong to their organisations, so they are placed in transactions of theirs
        standingBids.place(exchangeId, event);
      }
      UUID closing = event.kind() == EventKind.CLOSE ? event.auctionId() : null;
      if (closing != null) {
        beforeClosure.forEach(one -> one.beforeClosure(closing));
      }
      return performed(exchangeId, event, waiting);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "event " + event.id() + " of exchange " + exchangeId, failure);
      Instant retryAt = clock.instant().plus(pause(event.attempts()));
      transactions.call(
          () -> {
            store.failed(event.id(), sentence(failure), retryAt);
            events.changed(exchangeId, event.id());
            return retryAt;
          });
      return false;
    }
  }

  private Optional<ExchangeState> hold(UUID exchangeId, boolean waiting) {
    Optional<ExchangeState> held =
        waiting ? store.hold(exchangeId) : store.holdUnlessHeld(exchangeId);
    return held.filter(exchange -> exchange.endedAt() == null);
  }

  private Optional<DueEvent> due(ExchangeState exchange) {
    Instant wall = clock.instant();
    if (exchange.isShared()) {
      return store.nextRunnable(exchange.id(), wall);
    }
    return store
        .next(exchange.id())
        .filter(event -> !event.dueAt().isAfter(exchange.clock().now(wall)))
        .filter(event -> event.mayBeTried(wall));
  }

  /**
   * What an exchange's calendar holds next.
   *
   * @param planned days whose auctions were made just now
   * @param due the event to do; null if none is due
   */
  private record Ahead(List<LocalDate> planned, @Nullable DueEvent due) {
    static final Ahead NOTHING = new Ahead(List.of(), null);
  }

  /** Tomorrow's auctions exist before anything of today is done, so that no gate is late. */
  private Ahead ahead(ExchangeState exchange) {
    Instant shown =
        exchange.shows(
            clock.instant(), store.next(exchange.id()).map(DueEvent::dueAt).orElse(null));
    LocalDate afterTomorrow = LocalDate.ofInstant(shown, ExchangeState.ZONE).plusDays(2);
    List<LocalDate> missing =
        exchange.plannedThrough().plusDays(1).datesUntil(afterTomorrow).toList();
    missing.forEach(day -> plan(exchange, day));
    return new Ahead(missing, due(exchange).orElse(null));
  }

  /** Makes room for the prices of a day that was planned; outside of any other transaction. */
  void prepare(LocalDate day) {
    priceMonths.prepare(day, day);
  }

  /** Makes the auctions and events of a delivery day; part of the caller's transaction. */
  void plan(ExchangeState exchange, LocalDate day) {
    DayPlan plan = DayPlan.of(exchange, day, rules);
    floor.add(plan.auctions());
    store.plan(exchange, plan.events());
    store.setPlannedThrough(exchange.id(), day);
  }

  /**
   * Whom the database gives up for another tries again at once; that is no failure of the event.
   */
  private boolean performed(UUID exchangeId, DueEvent event, boolean waiting) {
    for (int left = MOST_TRIES - 1; ; left--) {
      try {
        return transactions.call(() -> perform(exchangeId, event, waiting));
      } catch (DatabaseException lost) {
        if (left == 0 || !lost.lostToAnother()) {
          throw lost;
        }
      }
    }
  }

  private boolean perform(UUID exchangeId, DueEvent seen, boolean waiting) {
    ExchangeState exchange = hold(exchangeId, waiting).orElse(null);
    if (exchange == null) {
      return false;
    }
    DueEvent event = due(exchange).orElse(null);
    if (event == null || !event.id().equals(seen.id())) {
      return event != null;
    }
    act(exchange, event);
    Instant wall = clock.instant();
    store.done(event.id(), wall, node);
    if (exchange.clock().mode() == ClockMode.RUNNING) {
      // the clock stood still while the work lasted
      store.anchor(exchangeId, exchange.clock().at(event.dueAt(), wall));
    }
    events.changed(exchangeId, event.id());
    return true;
  }

  private void act(ExchangeState exchange, DueEvent event) {
    UUID auctionId = event.auctionId();
    if (auctionId == null) {
      if (event.kind() == EventKind.METER) {
        meters.read(exchange.simulation(), DayPlan.deliveryDay(event.deliveryDay(), rules));
        settle(exchange.id(), event.deliveryDay());
      }
      return;
    }
    switch (event.kind()) {
      case OPEN -> floor.open(auctionId);
      case CLOSE -> floor.close(auctionId);
      case CLEAR -> {
        ClearingRun run = clearing.clear(floor.find(auctionId).orElseThrow());
        floor.cleared(auctionId, run.id());
      }
      case PUBLISH -> clearing.publish(floor.publish(auctionId));
      case STANDING, METER -> {}
    }
  }

  /** Nothing of a day is open any more once its meters are read: its grid is simulated. */
  private void settle(UUID exchangeId, LocalDate day) {
    floor.ofDay(exchangeId, day).stream()
        .filter(auction -> auction.state() == AuctionState.PUBLISHED)
        .forEach(auction -> floor.settle(auction.id()));
  }

  private static Duration pause(int attempts) {
    return FIRST_RETRY.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
  }

  private static String sentence(RuntimeException failure) {
    return failure instanceof ProblemException problem
        ? problem.detail()
        : "Something went wrong on our side; the server's log names the event.";
  }
}

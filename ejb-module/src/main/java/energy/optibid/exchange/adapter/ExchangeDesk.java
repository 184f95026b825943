package energy.optibid.exchange.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.EventState;
import energy.optibid.exchange.Exchange;
import energy.optibid.exchange.Exchanges;
import energy.optibid.exchange.MarketEvent;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.ExchangeStore.DueEvent;
import energy.optibid.exchange.domain.MarketClock;
import energy.optibid.identity.Permissions;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with exchanges. */
@ApplicationScoped
@Typed(Exchanges.class)
public class ExchangeDesk implements Exchanges {
  private static final int MOST_SANDBOXES = 5;
  private static final int USUAL_SPEED = 60;
  private static final int MOST_DAYS_AWAY = 366;
  private static final int MOST_HISTORY_DAYS = 1_830;

  /** Before the first gate of the day opens. */
  private static final LocalTime MORNING = LocalTime.of(9, 30);

  private final Transactions transactions;
  private final ExchangeStore store;
  private final ExchangeViews views;
  private final ExchangeEvents events;
  private final EventPerformance performance;
  private final ExchangeSchedulerThread scheduler;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ExchangeDesk(
      Transactions transactions,
      ExchangeStore store,
      ExchangeViews views,
      ExchangeEvents events,
      EventPerformance performance,
      ExchangeSchedulerThread scheduler,
      Jobs jobs,
      AuditTrail audit,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.views = views;
    this.events = events;
    this.performance = performance;
    this.scheduler = scheduler;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Exchange> list() {
    return transactions.call(() -> store.active().stream().map(views::of).toList());
  }

  @Override
  public Exchange require(UUID id) {
    return transactions.call(() -> views.of(find(id)));
  }

  private ExchangeState find(UUID id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("exchange"));
  }

  @Override
  public Exchange create(@Nullable LocalDate firstDay, @Nullable Integer speed) {
    Instant wall = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = LocalDate.ofInstant(wall, ExchangeState.ZONE);
    LocalDate first = firstDay == null ? today.plusDays(1) : firstDay;
    int pace = speed == null ? USUAL_SPEED : speed;
    requireAcceptable(first, today, pace);
    Caller caller = Tenancy.require();
    performance.prepare(first);
    return transactions.call(
        () -> {
          ExchangeState shared = shared();
          requireRoom();
          Instant morning =
              first.minusDays(1).atTime(MORNING).atZone(ExchangeState.ZONE).toInstant();
          ExchangeState sandbox =
              new ExchangeState(
                  Ids.next(),
                  caller.organization().value(),
                  "Sandbox of " + first,
                  shared.seed(),
                  first,
                  first.minusDays(1),
                  new MarketClock(ClockMode.PAUSED, pace, morning, wall),
                  0,
                  0,
                  null,
                  null,
                  wall.atOffset(ZoneOffset.UTC),
                  1);
          store.add(sandbox, caller.userId());
          performance.plan(sandbox, first);
          return announced(sandbox.id(), "exchange.created", null);
        });
  }

  private ExchangeState shared() {
    return store.active().stream()
        .filter(ExchangeState::isShared)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.UNAVAILABLE, "This installation has no simulated exchange."));
  }

  private void requireRoom() {
    long sandboxes = store.active().stream().filter(exchange -> !exchange.isShared()).count();
    if (sandboxes >= MOST_SANDBOXES) {
      throw new ProblemException(
          ProblemCode.CONFLICT,
          "Your organisation has " + sandboxes + " sandboxes; end one before making another.");
    }
  }

  private static void requireAcceptable(LocalDate first, LocalDate today, int speed) {
    List<Fault> faults = new ArrayList<>();
    if (Math.abs(ChronoUnit.DAYS.between(today, first)) > MOST_DAYS_AWAY) {
      faults.add(
          new Fault(
              "/firstDay", "range", "Must be at most " + MOST_DAYS_AWAY + " days from today."));
    }
    speedFault(speed, faults);
    refuse(faults);
  }

  private static void speedFault(int speed, List<Fault> faults) {
    if (speed < 1 || speed > MarketClock.FASTEST) {
      faults.add(new Fault("/speed", "range", "Must be from 1 to " + MarketClock.FASTEST + "."));
    }
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "Some values are not acceptable.", faults);
    }
  }

  @Override
  public void end(UUID id, long expectedVersion) {
    transactions.call(
        () -> {
          JsonObject before = ExchangeEvents.state(views.of(own(id, expectedVersion)));
          store.end(id, clock.instant());
          return announced(id, "exchange.ended", before);
        });
  }

  @Override
  public Exchange setClock(
      UUID id, long expectedVersion, @Nullable ClockMode mode, @Nullable Integer speed) {
    List<Fault> faults = new ArrayList<>();
    if (mode == ClockMode.WALL) {
      faults.add(new Fault("/mode", "value", "A sandbox's clock is running or paused."));
    }
    if (speed != null) {
      speedFault(speed, faults);
    }
    refuse(faults);
    Exchange changed =
        transactions.call(
            () -> {
              ExchangeState exchange = own(id, expectedVersion);
              JsonObject before = ExchangeEvents.state(views.of(exchange));
              MarketClock now = exchange.clock();
              Instant wall = clock.instant();
              store.setClock(
                  id,
                  new MarketClock(
                      mode == null ? now.mode() : mode,
                      speed == null ? now.speed() : speed,
                      exchange.shows(wall, nextDue(id)),
                      wall));
              return announced(id, "exchange.clock", before);
            });
    scheduler.wake();
    return changed;
  }

  private ExchangeState own(UUID id, long expectedVersion) {
    find(id).requireOwnClock();
    ExchangeState exchange =
        store.hold(id).orElseThrow(() -> ProblemException.notFound("exchange"));
    exchange.requireOwnClock();
    exchange.requireVersion(expectedVersion);
    return exchange;
  }

  private @Nullable Instant nextDue(UUID id) {
    return store.next(id).map(DueEvent::dueAt).orElse(null);
  }

  @Override
  public Exchange advance(UUID id) {
    Instant due = transactions.call(() -> moveToNext(id));
    while (performance.nextWaiting(id)) {
      // everything that is due at that moment, in its order
    }
    return transactions.call(
        () -> {
          DueEvent next = store.next(id).orElse(null);
          if (next != null && next.state() == EventState.FAILED && !next.dueAt().isAfter(due)) {
            throw new ProblemException(
                ProblemCode.CONFLICT,
                "The next event could not be done: "
                    + (next.view().failure() == null ? "" : next.view().failure()));
          }
          return views.of(find(id));
        });
  }

  private Instant moveToNext(UUID id) {
    find(id).requireOwnClock();
    ExchangeState exchange = store.hold(id).orElseThrow();
    Instant wall = clock.instant();
    Instant due = nextDue(id);
    if (due == null) {
      throw new ProblemException(ProblemCode.CONFLICT, "No event is planned.");
    }
    Instant shown = exchange.shows(wall, due);
    store.setClock(id, exchange.clock().at(due.isAfter(shown) ? due : shown, wall));
    store
        .next(id)
        .filter(next -> next.state() == EventState.FAILED)
        .ifPresent(next -> store.retryNow(next.id()));
    return due;
  }

  @Override
  public Page<MarketEvent> events(
      UUID id,
      @Nullable EventState state,
      @Nullable LocalDate day,
      @Nullable String cursor,
      int limit) {
    UUID after = cursor == null ? null : Cursors.id(cursor);
    List<MarketEvent> oneMore =
        transactions.call(
            () -> {
              find(id);
              return store.events(id, state, day, after, limit + 1);
            });
    return Page.of(oneMore, limit, event -> event.id().toString());
  }

  @Override
  public Exchange retry(UUID id, UUID eventId) {
    transactions.call(
        () -> {
          requireMayRetry(find(id));
          DueEvent event =
              store
                  .event(id, eventId)
                  .orElseThrow(() -> ProblemException.notFound("event of this exchange"));
          if (event.state() != EventState.FAILED) {
            throw new ProblemException(
                ProblemCode.ILLEGAL_TRANSITION,
                "Only a failed event can be tried again; this one is "
                    + event.state().code()
                    + ".");
          }
          return eventId;
        });
    performance.retry(eventId);
    while (performance.nextWaiting(id)) {
      // the event, and what waited for it
    }
    return require(id);
  }

  /** The shared exchange's events are its operator's business. */
  private static void requireMayRetry(ExchangeState exchange) {
    if (exchange.isShared()
        && !Tenancy.require().permissions().contains(Permissions.EXCHANGES_OPERATE)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "Only the market operator runs the shared exchange.");
    }
  }

  @Override
  public Job simulateHistory(UUID id, int days) {
    if (days < 1 || days > MOST_HISTORY_DAYS) {
      refuse(List.of(new Fault("/days", "range", "Must be from 1 to " + MOST_HISTORY_DAYS + ".")));
    }
    return transactions.call(
        () -> {
          if (!find(id).isShared()) {
            throw new ProblemException(
                ProblemCode.CONFLICT, "A sandbox has the shared exchange's past.");
          }
          Job job = jobs.enqueue(HistoryJob.KIND, HistoryJob.input(id, days));
          audit.record(
              "exchange.history",
              "exchange",
              id,
              Json.createObjectBuilder().add("days", days).build());
          return job;
        });
  }

  private Exchange announced(UUID id, String action, @Nullable JsonObject before) {
    ExchangeState exchange = find(id);
    events.clockChanged(exchange);
    Exchange view = views.of(exchange);
    audit.record(action, "exchange", id, before, ExchangeEvents.state(view));
    return view;
  }
}

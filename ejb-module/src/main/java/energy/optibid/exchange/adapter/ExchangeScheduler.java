package energy.optibid.exchange.adapter;

import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.ExchangeStore.DueEvent;
import energy.optibid.shared.PlatformTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thread per server that does events as they fall due. Several servers may run it at once: see
 * {@link EventPerformance} for why each event is still done once.
 */
public final class ExchangeScheduler implements Runnable {
  private static final Logger LOG = Logger.getLogger(ExchangeScheduler.class.getName());

  /** Also how late another server notices that the one at work has died. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);

  private final PlatformTransactions transactions;
  private final ExchangeStore store;
  private final EventPerformance performance;
  private final Clock clock;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;

  public ExchangeScheduler(
      PlatformTransactions transactions,
      ExchangeStore store,
      EventPerformance performance,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.performance = performance;
    this.clock = clock;
  }

  @Override
  public void run() {
    while (!stopping) {
      Duration wait = LONGEST_WAIT;
      try {
        wait = work();
      } catch (RuntimeException failure) {
        LOG.log(Level.WARNING, "the exchanges' calendar cannot be read, trying again", failure);
      }
      await(wait);
    }
  }

  /** Looks at the calendars at once, because somebody moved a clock. */
  public void wake() {
    wakes.release();
  }

  public void stop() {
    stopping = true;
    wake();
  }

  /** Does what is due; returns how long nothing will be. */
  private Duration work() {
    Instant earliest = clock.instant().plus(LONGEST_WAIT);
    for (ExchangeState exchange : transactions.call(store::active)) {
      while (!stopping && performance.next(exchange.id())) {
        // one event after the other
      }
      Instant next = nextWall(exchange.id());
      earliest = next.isBefore(earliest) ? next : earliest;
    }
    Duration wait = Duration.between(clock.instant(), earliest);
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  private Instant nextWall(UUID exchangeId) {
    Instant wall = clock.instant();
    return transactions.call(
        () -> {
          Optional<DueEvent> next = store.next(exchangeId);
          Optional<ExchangeState> exchange = store.find(exchangeId);
          if (next.isEmpty() || exchange.isEmpty()) {
            return Instant.MAX;
          }
          Instant due = exchange.get().clock().wallOf(next.get().dueAt());
          // what is due and not done is held by another server, or waits to be tried again
          return due.isAfter(wall) ? due : Instant.MAX;
        });
  }

  private void await(Duration wait) {
    try {
      if (wakes.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}

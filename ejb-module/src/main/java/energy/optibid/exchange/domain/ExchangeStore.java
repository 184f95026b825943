package energy.optibid.exchange.domain;

import energy.optibid.exchange.EventKind;
import energy.optibid.exchange.EventState;
import energy.optibid.exchange.MarketEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where exchanges and their events are kept; works in the caller's transaction. */
public interface ExchangeStore {
  void add(ExchangeState exchange, @Nullable UUID createdBy);

  Optional<ExchangeState> find(UUID id);

  /** Held against other changes until the transaction ends; waits for whoever holds it. */
  Optional<ExchangeState> hold(UUID id);

  /** The same, or nothing at once if somebody else holds it. */
  Optional<ExchangeState> holdUnlessHeld(UUID id);

  /** Those that have not ended: the shared one first, then newest first. */
  List<ExchangeState> active();

  /** Keeps the clock; the version rises. */
  void setClock(UUID id, MarketClock clock);

  /** Keeps where the clock stood when an event was done; nobody's change, so the version stays. */
  void anchor(UUID id, MarketClock clock);

  void end(UUID id, Instant wall);

  void setPlannedThrough(UUID id, LocalDate day);

  /** How many past days were asked for, and the job that clears them. */
  void setHistory(UUID id, int days, @Nullable UUID jobId);

  /**
   * The exchange's past held against other jobs until the transaction ends; the clock is not.
   *
   * @return the latest job that was asked to clear it
   */
  Optional<UUID> holdHistory(UUID id);

  /** How many days before the first one have been cleared. */
  void setHistoryCleared(UUID id, int cleared);

  /** Days of the past that have an auction already. */
  List<LocalDate> pastDays(UUID id, LocalDate from, LocalDate before);

  void plan(ExchangeState exchange, List<PlannedEvent> events);

  /** The first event whose work is not finished. */
  Optional<DueEvent> next(UUID exchangeId);

  /**
   * The first event that is due and can be tried now, where an unfinished one holds up its own
   * auction only.
   */
  Optional<DueEvent> nextRunnable(UUID exchangeId, Instant wall);

  Optional<DueEvent> event(UUID exchangeId, UUID eventId);

  void done(UUID eventId, Instant wall, String node);

  void failed(UUID eventId, String failure, Instant retryAt);

  /** A failed event may be tried at once. */
  void retryNow(UUID eventId);

  /** Events by time and rank after a place; backwards where only what is done is asked for. */
  List<MarketEvent> events(
      UUID exchangeId,
      @Nullable EventState state,
      @Nullable LocalDate day,
      @Nullable UUID after,
      int limit);

  /**
   * An unfinished event.
   *
   * @param attempts that failed
   * @param retryAt not before this moment of the wall clock
   */
  record DueEvent(
      UUID id,
      @Nullable UUID auctionId,
      LocalDate deliveryDay,
      EventKind kind,
      Instant dueAt,
      EventState state,
      int attempts,
      @Nullable Instant retryAt,
      MarketEvent view) {

    /** True unless it failed and has to wait. */
    public boolean mayBeTried(Instant wall) {
      return retryAt == null || !wall.isBefore(retryAt);
    }
  }
}

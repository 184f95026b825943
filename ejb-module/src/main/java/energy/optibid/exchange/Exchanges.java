package energy.optibid.exchange;

import energy.optibid.jobs.Job;
import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shared exchange and the caller's sandboxes. One transaction per call. */
public interface Exchanges {
  /** The shared one first, then sandboxes that have not ended, newest first. */
  List<Exchange> list();

  /**
   * @throws energy.optibid.shared.ProblemException {@code not_found} if the caller may not see it
   */
  Exchange require(UUID id);

  /**
   * Makes a sandbox whose clock stands at the morning before its first delivery day.
   *
   * @param firstDay null: tomorrow
   * @param speed null: 60
   * @throws energy.optibid.shared.ProblemException {@code validation_failed}, or {@code conflict}
   *     when the organisation has as many sandboxes as it may
   */
  Exchange create(@Nullable LocalDate firstDay, @Nullable Integer speed);

  /** Stops a sandbox for good; what was traded in it stays readable. */
  void end(UUID id, long expectedVersion);

  /**
   * Starts, stops or speeds up a sandbox's clock.
   *
   * @throws energy.optibid.shared.ProblemException {@code forbidden} for the shared exchange
   */
  Exchange setClock(
      UUID id, long expectedVersion, @Nullable ClockMode mode, @Nullable Integer speed);

  /**
   * Moves a sandbox's clock to its next event and does everything due at that moment.
   *
   * @throws energy.optibid.shared.ProblemException {@code conflict} with the reason if that failed
   */
  Exchange advance(UUID id);

  /**
   * Events by time: those to come from the next on, those done from the latest back.
   *
   * @param state null: all of them, by time
   */
  Page<MarketEvent> events(
      UUID id,
      @Nullable EventState state,
      @Nullable LocalDate day,
      @Nullable String cursor,
      int limit);

  /** Tries a failed event again at once. */
  Exchange retry(UUID id, UUID eventId);

  /** Clears more days before the exchange's first one, as a job. */
  Job simulateHistory(UUID id, int days);
}

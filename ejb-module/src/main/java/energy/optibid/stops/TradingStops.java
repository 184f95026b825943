package energy.optibid.stops;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stops of the caller's organisation. Every method joins the caller's transaction or has its own.
 */
public interface TradingStops {

  /**
   * Stops trading. From the commit on no bid of the scope goes to a venue; a job then withdraws,
   * one by one, what is there and whose gate is open. A submission under way at that moment is
   * refused, or finished and withdrawn.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault;
   *     {@code conflict} where the same is stopped already
   */
  TradingStop place(StopInput input);

  /**
   * Lets trading go on. What was withdrawn stays withdrawn.
   *
   * @param reason 1 to 500 characters
   * @throws energy.optibid.shared.ProblemException {@code not_found}; {@code validation_failed}
   *     without a reason; {@code illegal_transition} where it was released before
   */
  TradingStop release(UUID id, @Nullable String reason);

  /**
   * What a stop would do now; nothing is changed.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed}, addressed at the
   *     query parameters
   */
  StopPreview preview(@Nullable StopScope scope, @Nullable UUID subjectId);

  /** The stop, or {@code not_found}. */
  TradingStop require(UUID id);

  /**
   * Newest first.
   *
   * @param standing only those that stand, or that do not; null for all
   */
  Page<TradingStop> list(@Nullable Boolean standing, @Nullable String cursor, int limit);

  /** What became of the bids of a stop, newest bid first. */
  Page<StoppedBid> bids(UUID id, @Nullable String cursor, int limit);
}

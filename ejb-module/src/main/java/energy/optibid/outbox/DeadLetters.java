package energy.optibid.outbox;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What consumers could not consume, of every organisation; for the operator of the platform. */
public interface DeadLetters {

  /** Newest first. */
  Page<DeadLetter> list(@Nullable String cursor, int limit);

  /**
   * One of them.
   *
   * @throws energy.optibid.shared.ProblemException not_found
   */
  DeadLetter require(UUID id);

  /**
   * Hands the event to its consumer again, with all attempts before it. Recorded in the caller's
   * audit trail.
   *
   * @return what is no longer a dead letter
   * @throws energy.optibid.shared.ProblemException not_found
   */
  DeadLetter replay(UUID id);

  /**
   * Gives the event up for this consumer. Recorded with the reason in the caller's audit trail.
   *
   * @param reason a sentence, up to 500 characters
   * @throws energy.optibid.shared.ProblemException not_found; validation_failed without a reason
   */
  void discard(UUID id, String reason);
}

package energy.optibid.settlement;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disputes of the caller's organisation; one transaction per call. */
public interface Disputes {
  /**
   * Opens a dispute.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  Dispute open(Dispute.Input input);

  /** Newest first, of one statement or of all. */
  Page<Dispute> list(@Nullable UUID statementId, @Nullable String cursor, int limit);

  Dispute require(UUID id);

  /**
   * Takes a step.
   *
   * @throws energy.optibid.shared.ProblemException {@code illegal_transition}, or {@code
   *     precondition_failed} if the version has moved on
   */
  Dispute step(UUID id, long expectedVersion, DisputeStep step, Dispute.Note note);

  /** Adds words; the state stays. */
  Dispute note(UUID id, Dispute.Note note);
}

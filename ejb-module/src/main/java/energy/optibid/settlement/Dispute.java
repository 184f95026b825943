package energy.optibid.settlement;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our objection to a line of a statement, or to a difference from somebody else's.
 *
 * @param shadowId the comparison whose difference it is about, or null
 * @param statedAmount what the other side says; null where it has no such line
 * @param claimedAmount what we say is right
 * @param entries who did or said what, oldest first
 * @param version the entity tag
 */
public record Dispute(
    UUID id,
    UUID statementId,
    UUID assetId,
    LocalDate day,
    int block,
    LineKind kind,
    String source,
    @Nullable UUID shadowId,
    @Nullable BigDecimal statedAmount,
    BigDecimal claimedAmount,
    DisputeState state,
    List<Entry> entries,
    OffsetDateTime createdAt,
    UUID createdBy,
    long version) {
  public Dispute {
    entries = List.copyOf(entries);
  }

  /**
   * The state after a step.
   *
   * @throws ProblemException {@code illegal_transition} naming both, where the step cannot be taken
   */
  public DisputeState after(DisputeStep step) {
    if (!step.isPossibleIn(state)) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "A dispute that is " + state.code() + " cannot " + step.code() + ".");
    }
    return step.target();
  }

  /**
   * Something done or said.
   *
   * @param action {@code open}, {@code note} or the name of a step
   */
  public record Entry(String action, String note, OffsetDateTime at, UUID by) {}

  /**
   * A dispute as somebody wrote it, about a line or about a difference.
   *
   * @param lineNumber of the asset's day; with {@code assetId} and {@code day}
   * @param shadowId with {@code difference}: the difference's number
   * @param claimedAmount what is right; of a difference our own amount where it is left out
   */
  public record Input(
      @Nullable UUID statementId,
      @Nullable UUID assetId,
      @Nullable LocalDate day,
      @Nullable Integer lineNumber,
      @Nullable UUID shadowId,
      @Nullable Integer difference,
      @Nullable BigDecimal claimedAmount,
      @Nullable String note) {}

  /** Words that go with a step, or stand alone. */
  public record Note(@Nullable String note) {}
}

package energy.optibid.bidding.domain;

import energy.optibid.bidding.SubmissionState;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a bid on its way to, at, or back from a venue.
 *
 * @param venue name of the venue; {@code internal} is OptiBid's own auction
 * @param venueReference the venue's name for it, ours until it gave one
 * @param reason why the venue refused it or kept it, in its words; null unless it did
 * @param at when it last changed its state, UTC
 */
public record Submission(
    UUID id,
    int versionNumber,
    String venue,
    String venueReference,
    SubmissionState state,
    @Nullable String reason,
    OffsetDateTime at) {

  /** Written down for a venue, not sent yet. */
  public static Submission queued(
      UUID id, int versionNumber, String venue, String reference, OffsetDateTime at) {
    return new Submission(id, versionNumber, venue, reference, SubmissionState.QUEUED, null, at);
  }

  /**
   * The same submission in its next state.
   *
   * @throws IllegalTransition if that state may not follow
   */
  public Submission to(SubmissionState next, OffsetDateTime when) {
    return to(next, venueReference, null, when);
  }

  /** The same, with the name the venue gave it. */
  Submission to(SubmissionState next, String reference, OffsetDateTime when) {
    return to(next, reference, null, when);
  }

  /** The same, with the venue's reason. */
  Submission because(SubmissionState next, String why, OffsetDateTime when) {
    return to(next, venueReference, why, when);
  }

  private Submission to(
      SubmissionState next, String reference, @Nullable String why, OffsetDateTime when) {
    if (!state.next().contains(next)) {
      throw new IllegalTransition("submission", state.code(), next.code());
    }
    return new Submission(id, versionNumber, venue, reference, next, why, when);
  }

  /** The venue has it now, or may have it. */
  public boolean atVenue() {
    return switch (state) {
      case SENT, ACKNOWLEDGED, IN_DOUBT, WITHDRAW_REQUESTED -> true;
      case QUEUED, REFUSED, REPLACED, WITHDRAWN -> false;
    };
  }
}

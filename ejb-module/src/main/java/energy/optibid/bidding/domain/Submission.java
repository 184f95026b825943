package energy.optibid.bidding.domain;

import energy.optibid.bidding.SubmissionState;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One version of a bid on its way to, at, or back from a venue.
 *
 * @param venue name of the venue; {@code internal} is OptiBid's own auction
 * @param venueReference the venue's name for it
 * @param at when it last changed its state, UTC
 */
public record Submission(
    UUID id,
    int versionNumber,
    String venue,
    String venueReference,
    SubmissionState state,
    OffsetDateTime at) {

  /** Written down for a venue, not sent yet. */
  public static Submission queued(
      UUID id, int versionNumber, String venue, String venueReference, OffsetDateTime at) {
    return new Submission(id, versionNumber, venue, venueReference, SubmissionState.QUEUED, at);
  }

  /**
   * The same submission in its next state.
   *
   * @throws IllegalTransition if that state may not follow
   */
  public Submission to(SubmissionState next, OffsetDateTime when) {
    if (!state.next().contains(next)) {
      throw new IllegalTransition("submission", state.code(), next.code());
    }
    return new Submission(id, versionNumber, venue, venueReference, next, when);
  }

  /** The venue holds it now. */
  public boolean atVenue() {
    return switch (state) {
      case SENT, ACKNOWLEDGED, IN_DOUBT, WITHDRAW_REQUESTED -> true;
      case QUEUED, REFUSED, REPLACED, WITHDRAWN -> false;
    };
  }
}

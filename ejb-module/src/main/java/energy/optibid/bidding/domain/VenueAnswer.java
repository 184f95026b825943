package energy.optibid.bidding.domain;

/** What a venue says when it is asked to take a submission, or to give it back. */
public sealed interface VenueAnswer {
  /**
   * It did.
   *
   * @param reference the venue's name for the submission
   */
  record Accepted(String reference) implements VenueAnswer {}

  /**
   * It will not.
   *
   * @param reason in the venue's words
   */
  record Refused(String reason) implements VenueAnswer {}

  /** It will say later. */
  record Later() implements VenueAnswer {}
}

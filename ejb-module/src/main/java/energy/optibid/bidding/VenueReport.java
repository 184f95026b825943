package energy.optibid.bidding;

/** What is known of a submission on its way to, at, or back from an exchange outside. */
public sealed interface VenueReport {
  /** It leaves now; of one that was taken back before, nothing is noted. */
  record Left() implements VenueReport {}

  /**
   * The exchange took it.
   *
   * @param reference the exchange's name for it
   */
  record Taken(String reference) implements VenueReport {}

  /**
   * The exchange did not take it.
   *
   * @param reason in the exchange's words
   */
  record Refused(String reason) implements VenueReport {}

  /** No answer came: nobody knows whether the exchange has it. */
  record Unanswered() implements VenueReport {}

  /**
   * Asked about one in doubt, the exchange says that it has it.
   *
   * @param reference the exchange's name for it
   */
  record FoundHeld(String reference) implements VenueReport {}

  /**
   * Asked about one in doubt, the exchange says that it has it not and will not have it.
   *
   * @param reason in the exchange's words
   */
  record FoundAbsent(String reason) implements VenueReport {}

  /** Asked for it, the exchange gave it back. */
  record GivenBack() implements VenueReport {}

  /**
   * Asked for it, the exchange keeps it.
   *
   * @param reason in the exchange's words
   */
  record Kept(String reason) implements VenueReport {}
}

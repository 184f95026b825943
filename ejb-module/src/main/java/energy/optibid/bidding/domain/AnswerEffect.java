package energy.optibid.bidding.domain;

/** What a venue's answer did to a bid. Only {@link #APPLIED} changed anything. */
public enum AnswerEffect {
  /** The submission moved on. */
  APPLIED,
  /** The same answer came before. */
  REPEATED,
  /** The submission has moved on since: a later answer, version or withdrawal overtook this one. */
  OUTDATED,
  /**
   * The answer came after the submission was put in doubt. Ask the venue's own book, then
   * reconcile: a late answer alone does not say what the venue holds now.
   */
  RECONCILE_FIRST
}

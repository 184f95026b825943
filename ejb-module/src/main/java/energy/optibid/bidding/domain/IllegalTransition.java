package energy.optibid.bidding.domain;

/** A change its subject does not allow in its present state; the message names both. */
public class IllegalTransition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param subject what was to change, for instance {@code bid}
   * @param from the present state
   * @param action the action or state asked for
   */
  public IllegalTransition(String subject, String from, String action) {
    super("A " + subject + " that is " + from + " does not allow: " + action + ".");
  }
}

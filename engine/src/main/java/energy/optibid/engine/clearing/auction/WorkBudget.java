package energy.optibid.engine.clearing.auction;

/**
 * How much work a search may do, in units that are the same on every machine: one for each period
 * solved and each pivot of the master problem, more for a pivot of a large one.
 *
 * @param units at least one
 */
public record WorkBudget(long units) {
  /** Hundreds of times what a day of the Italian market takes; some twenty seconds of one core. */
  public static final WorkBudget DEFAULT = new WorkBudget(600_000);

  /**
   * @throws IllegalArgumentException if there is no unit
   */
  public WorkBudget {
    if (units < 1) {
      throw new IllegalArgumentException("a search needs work to do, not " + units);
    }
  }
}

package energy.optibid.engine.clearing.auction;

/**
 * How much work a search may do, in units that are the same on every machine: one for each period
 * solved, one for each pivot of the master problem.
 *
 * @param units at least one
 */
public record WorkBudget(long units) {
  /** A hundred times what a day of the Italian market takes; ten to twenty seconds of one core. */
  public static final WorkBudget DEFAULT = new WorkBudget(300_000);

  /**
   * @throws IllegalArgumentException if there is no unit
   */
  public WorkBudget {
    if (units < 1) {
      throw new IllegalArgumentException("a search needs work to do, not " + units);
    }
  }
}

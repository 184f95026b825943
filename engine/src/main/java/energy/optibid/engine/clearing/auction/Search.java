package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.units.Money;

/**
 * How far the search went.
 *
 * @param end why it ended
 * @param work units spent: subproblems solved and pivots, the same on every machine
 * @param gap at most so much more welfare may exist; zero when optimal
 */
public record Search(End end, long work, Money gap) {
  /** Why a search ended. */
  public enum End {
    /** Nothing better exists. */
    OPTIMAL,
    /** The budget was spent; the answer is feasible and the gap says how good. */
    BUDGET_SPENT,
    /** The caller stopped it: the answer may differ from machine to machine. */
    STOPPED
  }
}

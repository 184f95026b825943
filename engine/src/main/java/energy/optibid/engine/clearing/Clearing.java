package energy.optibid.engine.clearing;

import energy.optibid.engine.clearing.domain.ClearedNetwork;

/** Clears one delivery block. */
public final class Clearing {
  private Clearing() {}

  /**
   * The welfare optimum of a problem, with its prices and proof. Pure and deterministic: neither
   * the order of the input nor the machine matters.
   *
   * @throws InfeasibleClearingException if the fixed exchanges cannot be met
   */
  public static ClearingResult clear(ClearingProblem problem) {
    return ClearedNetwork.clear(problem);
  }
}

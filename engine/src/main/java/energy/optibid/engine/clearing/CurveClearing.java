package energy.optibid.engine.clearing;

import energy.optibid.engine.clearing.splitting.SplitMarket;

/** Clears one delivery block of interpolated curves by market splitting. */
public final class CurveClearing {
  private CurveClearing() {}

  /**
   * The welfare optimum of a problem, with its prices. Pure and deterministic: neither the order of
   * the input nor the machine matters.
   */
  public static CurveResult clear(CurveProblem problem) {
    return SplitMarket.clear(problem);
  }
}

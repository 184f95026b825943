package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.CurveProblem;

/** Exact quantities become whole lots, so that every zone balances and no limit is passed. */
interface LotRounding {
  /** Lots a curve gets, at most one from the exact quantity; buying is positive. */
  long lotsOf(String id);

  /** Lots that flow over a link. */
  long flowOf(String link);

  static LotRounding of(CurveProblem problem, Splitting splitting) {
    LargestRemainder nearest = new LargestRemainder(splitting, problem.rules().lot());
    return nearest.fits() ? nearest : new LotClearing(problem, splitting);
  }
}

package energy.optibid.engine.clearing;

import energy.optibid.engine.clearing.proof.ResultChecks;
import java.util.List;

/** Re-checks a cleared block against its problem, sharing no code with the solver. */
public final class ClearingVerifier {
  private ClearingVerifier() {}

  /** Every broken rule; empty when the result is right. Never throws on a wrong result. */
  public static List<Violation> verify(ClearingProblem problem, ClearingResult result) {
    return ResultChecks.violations(problem, result);
  }
}

package energy.optibid.engine.clearing;

import energy.optibid.engine.clearing.splitting.proof.CurveChecks;
import java.util.List;

/** Re-checks a cleared block of curves against its problem, sharing no code with the solver. */
public final class CurveVerifier {
  private CurveVerifier() {}

  /** Every broken rule; empty when the result is right. Never throws on a wrong result. */
  public static List<Violation> verify(CurveProblem problem, CurveResult result) {
    return CurveChecks.violations(problem, result);
  }
}

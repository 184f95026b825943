package energy.optibid.engine.clearing.proof;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Violation;
import java.util.List;

/** All checks of one result. */
public final class ResultChecks {
  private ResultChecks() {}

  /** Every broken rule; a result that does not list what was asked is judged on that alone. */
  public static List<Violation> violations(ClearingProblem problem, ClearingResult result) {
    List<Violation> incomplete = QuantityCheck.completeness(problem, result);
    if (!incomplete.isEmpty()) {
      return List.copyOf(incomplete);
    }
    Claim claim = new Claim(problem, result);
    QuantityCheck.check(claim);
    PriceCheck.check(claim);
    ShareCheck.check(claim);
    FlowShareCheck.check(claim);
    StatementCheck.check(claim);
    return List.copyOf(claim.violations());
  }
}

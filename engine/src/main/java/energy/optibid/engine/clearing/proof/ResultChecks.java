package energy.optibid.engine.clearing.proof;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Violation;
import java.util.List;
import java.util.function.Consumer;

/** All checks of one result. */
public final class ResultChecks {
  private ResultChecks() {}

  /** Every broken rule; a result that does not list what was asked is judged on that alone. */
  public static List<Violation> violations(ClearingProblem problem, ClearingResult result) {
    return judged(
        problem,
        result,
        claim -> {
          supporting(claim);
          PriceCheck.tieRule(claim);
        });
  }

  /**
   * Every rule but the choice among the prices that support the allocation, which an auction makes
   * for all its periods together.
   */
  public static List<Violation> supporting(ClearingProblem problem, ClearingResult result) {
    return judged(problem, result, ResultChecks::supporting);
  }

  /**
   * The rules of each zone alone: for a problem without links, whose fixed exchanges are what
   * leaves its zones over a network that is checked apart. Intervals and marginal orders depend on
   * that network and are not looked at.
   */
  public static List<Violation> withinZones(ClearingProblem problem, ClearingResult result) {
    return judged(
        problem,
        result,
        claim -> {
          QuantityCheck.check(claim);
          PriceCheck.supportedByPrice(claim);
          PriceCheck.limits(claim);
          ShareCheck.check(claim);
          StatementCheck.allocation(claim);
        });
  }

  private static void supporting(Claim claim) {
    QuantityCheck.check(claim);
    PriceCheck.supported(claim);
    PriceCheck.limits(claim);
    ShareCheck.check(claim);
    FlowShareCheck.check(claim);
    StatementCheck.check(claim);
  }

  private static List<Violation> judged(
      ClearingProblem problem, ClearingResult result, Consumer<Claim> checks) {
    List<Violation> incomplete = QuantityCheck.completeness(problem, result);
    if (!incomplete.isEmpty()) {
      return List.copyOf(incomplete);
    }
    Claim claim = new Claim(problem, result);
    checks.accept(claim);
    return List.copyOf(claim.violations());
  }
}

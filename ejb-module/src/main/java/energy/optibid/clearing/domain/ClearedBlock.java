package energy.optibid.clearing.domain;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingVerifier;
import energy.optibid.engine.clearing.Violation;
import java.util.List;

/**
 * One block after the engine and its verifier.
 *
 * @param number 1 … number of blocks of the day
 * @param engineNanos time both took
 */
public record ClearedBlock(
    int number,
    ClearingProblem problem,
    ClearingResult result,
    List<Violation> violations,
    long engineNanos) {
  public ClearedBlock {
    violations = List.copyOf(violations);
  }

  /**
   * Clears and verifies.
   *
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met
   */
  public static ClearedBlock of(int number, ClearingProblem problem) {
    long start = System.nanoTime();
    ClearingResult result = Clearing.clear(problem);
    List<Violation> violations = ClearingVerifier.verify(problem, result);
    return new ClearedBlock(number, problem, result, violations, System.nanoTime() - start);
  }
}

package energy.optibid.clearing.domain;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.ClearingVerifier;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.CurveVerifier;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block after the engine and its verifier.
 *
 * @param number of the block in its day, from 1
 * @param links as they limited the result
 * @param pricesRead price–quantity pairs that took part
 * @param unconstrained the pass without the links' limits; null where the market has none
 * @param engineNanos time both took
 */
public record ClearedBlock(
    int number,
    DeliveryBlock block,
    List<Link> links,
    ClearingRules rules,
    long pricesRead,
    ClearingResult result,
    @Nullable Unconstrained unconstrained,
    List<Violation> violations,
    long engineNanos) {
  public ClearedBlock {
    links = List.copyOf(links);
    violations = List.copyOf(violations);
  }

  /** Price and traded volume of the whole market as if every link were wide enough. */
  public record Unconstrained(Price price, Power volume) {}

  /**
   * Clears and verifies step orders.
   *
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met
   */
  public static ClearedBlock of(int number, ClearingProblem problem) {
    long start = System.nanoTime();
    ClearingResult result = Clearing.clear(problem);
    List<Violation> violations = ClearingVerifier.verify(problem, result);
    return new ClearedBlock(
        number,
        problem.block(),
        problem.links(),
        problem.rules(),
        problem.orders().stream().mapToLong(order -> order.steps().size()).sum(),
        result,
        null,
        violations,
        System.nanoTime() - start);
  }

  /** Clears and verifies interpolated curves. */
  public static ClearedBlock of(int number, CurveProblem problem) {
    long start = System.nanoTime();
    CurveResult result = CurveClearing.clear(problem);
    List<Violation> violations = CurveVerifier.verify(problem, result);
    return new ClearedBlock(
        number,
        problem.block(),
        problem.links(),
        problem.rules(),
        problem.orders().stream().mapToLong(order -> order.corners().size()).sum(),
        result.split(),
        new Unconstrained(result.unconstrainedPrice(), result.unconstrainedVolume()),
        violations,
        System.nanoTime() - start);
  }
}

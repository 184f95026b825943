package energy.optibid.clearing.domain;

import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.auction.Auction;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.AuctionVerifier;
import energy.optibid.engine.clearing.auction.WorkBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An auction after the engine decided about its blocks and the verifier looked at the whole.
 *
 * @param firstBlock number of the first period's block
 * @param engineNanos time both took
 */
public record ClearedAuction(
    AuctionProblem problem,
    AuctionResult result,
    int firstBlock,
    List<Violation> violations,
    long engineNanos) {
  public ClearedAuction {
    violations = List.copyOf(violations);
  }

  /**
   * Clears and verifies.
   *
   * @param stop asked now and then; may throw, and its exception comes through
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met even without blocks
   */
  public static ClearedAuction of(
      AuctionProblem problem, int firstBlock, WorkBudget budget, BooleanSupplier stop) {
    long start = System.nanoTime();
    AuctionResult result = Auction.clear(problem, budget, stop);
    List<Violation> violations = AuctionVerifier.verify(problem, result);
    return new ClearedAuction(problem, result, firstBlock, violations, System.nanoTime() - start);
  }

  /** The hourly part, block by block; its time counts in the first. */
  List<ClearedBlock> blocks() {
    List<ClearedBlock> blocks = new ArrayList<>();
    for (int i = 0; i < problem.periods().size(); i++) {
      AuctionPeriod period = problem.periods().get(i);
      blocks.add(
          new ClearedBlock(
              firstBlock + i,
              period.block(),
              period.links(),
              problem.rules(),
              period.orders().stream().mapToLong(order -> order.steps().size()).sum(),
              result.periods().get(i),
              null,
              List.of(),
              i == 0 ? engineNanos : 0));
    }
    return blocks;
  }
}

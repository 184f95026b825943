package energy.optibid.clearing.domain;

import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.auction.Auction;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.AuctionVerifier;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

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

  /**
   * The hourly part, block by block; its time counts in the first. Of interpolated curves with the
   * pass without the links' limits, in which accepted blocks are given quantities.
   */
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
              pricesRead(period),
              result.periods().get(i),
              unconstrained(i + 1),
              List.of(),
              i == 0 ? engineNanos : 0));
    }
    return blocks;
  }

  private static long pricesRead(AuctionPeriod period) {
    return period.orders().stream().mapToLong(order -> order.steps().size()).sum()
        + period.curves().stream().mapToLong(curve -> curve.corners().size()).sum();
  }

  private ClearedBlock.@Nullable Unconstrained unconstrained(int number) {
    AuctionPeriod period = problem.periods().get(number - 1);
    if (period.curves().isEmpty()) {
      return null;
    }
    List<CurveOrder> curves = new ArrayList<>(period.curves());
    for (BlockOrder block : problem.blocks()) {
      Power accepted = result.block(block.id()).accepted().get(number);
      if (accepted != null && !accepted.isZero()) {
        Power signed = block.side() == Side.SELL ? accepted.negated() : accepted;
        curves.add(
            new CurveOrder(
                "accepted/" + block.id(),
                block.zone(),
                List.of(new CurveCorner(problem.rules().floor(), signed))));
      }
    }
    CurveResult free =
        CurveClearing.clear(
            new CurveProblem(
                period.block(),
                problem.zones(),
                curves,
                period.links(),
                problem.rules(),
                problem.tick()));
    return new ClearedBlock.Unconstrained(free.unconstrainedPrice(), free.unconstrainedVolume());
  }
}

package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.auction.Auction;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * An auction cleared from nothing. Periods that nothing couples are cleared one by one, as their
 * market does it; every other auction is searched as a whole.
 */
final class ColdClearing {
  private ColdClearing() {}

  /**
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met
   */
  static AuctionResult clear(AuctionProblem problem, WorkBudget budget, BooleanSupplier stop) {
    if (!isSeparable(problem)) {
      return Auction.clear(problem, budget, stop);
    }
    List<ClearingResult> periods = new ArrayList<>(problem.periods().size());
    for (AuctionPeriod period : problem.periods()) {
      periods.add(clear(problem, period));
    }
    Money zero = Money.zero(problem.rules().currency());
    return new AuctionResult(
        periods,
        List.of(),
        List.of(),
        periods.stream().map(ClearingResult::welfare).reduce(zero, Money::plus),
        new Search(Search.End.OPTIMAL, periods.size(), zero));
  }

  /** Whether every period may be cleared by itself, by the clearing of one block. */
  static boolean isSeparable(AuctionProblem problem) {
    return problem.blocks().isEmpty()
        && problem.complexes().isEmpty()
        && problem.ramps().isEmpty()
        && problem.losses().isEmpty()
        && problem.periods().stream().allMatch(ColdClearing::isOfOneKind);
  }

  private static boolean isOfOneKind(AuctionPeriod period) {
    boolean steps = period.curves().isEmpty();
    // border nodes need an auction of step orders
    boolean lines = period.orders().isEmpty() && period.exchanges().isEmpty();
    return period.flowLimits().isEmpty() && (steps || lines);
  }

  /** Clears one period of a separable auction. */
  static ClearingResult clear(AuctionProblem problem, AuctionPeriod period) {
    if (period.curves().isEmpty()) {
      return Clearing.clear(
          new ClearingProblem(
              period.block(),
              problem.zones(),
              period.orders(),
              period.links(),
              period.exchanges(),
              period.borders(),
              problem.rules()));
    }
    return CurveClearing.clear(
            new CurveProblem(
                period.block(),
                problem.zones(),
                period.curves(),
                period.links(),
                problem.rules(),
                problem.tick()))
        .split();
  }
}

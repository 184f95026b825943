package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Clears auctions again with other orders in them. Pure and deterministic. */
public final class Replay {
  private final WorkBudget budget;
  private final BooleanSupplier stop;

  /**
   * @param budget for each clearing
   * @param stop asked now and then; once true a clearing under way ends with its best answer so
   *     far, marked {@link energy.optibid.engine.clearing.auction.Search.End#STOPPED}
   */
  public Replay(WorkBudget budget, BooleanSupplier stop) {
    this.budget = budget;
    this.stop = stop;
  }

  /** A replay that nobody stops. */
  public Replay(WorkBudget budget) {
    this(budget, () -> false);
  }

  /**
   * The auction as it is, cleared from nothing: what replays start from.
   *
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met
   */
  public AuctionResult clear(AuctionProblem problem) {
    return ColdClearing.clear(problem, budget, stop);
  }

  /**
   * The result of a changed auction and what it would be without the changed orders altogether.
   *
   * @param cleared what {@link #clear} found for {@code problem}
   * @throws IllegalArgumentException if a change names a period the auction does not have or an
   *     order to withdraw that is not there, or leads to orders the auction does not take
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met
   */
  public Counterfactual replay(
      AuctionProblem problem, AuctionResult cleared, List<OrderChange> changes) {
    return replay(problem, cleared, changes, Set.of());
  }

  /**
   * The same for orders that belong together, as a bid's curves and blocks do.
   *
   * @param alongside ids of orders, curves and blocks that stand and fall with the changed ones:
   *     they are missing too where the changed orders are, and are paid with them
   */
  public Counterfactual replay(
      AuctionProblem problem,
      AuctionResult cleared,
      List<OrderChange> changes,
      Set<String> alongside) {
    Set<String> ids = new HashSet<>(alongside);
    changes.forEach(change -> ids.add(change.orderId()));
    ChangedAuction changed = ChangedAuction.of(problem, changes);
    AuctionResult after = result(problem, cleared, changed);
    ChangedAuction absent = ChangedAuction.without(problem, ids);
    AuctionResult without = result(problem, cleared, absent);
    return new Counterfactual(problem, cleared, changed.problem(), after, without, ids);
  }

  /**
   * Equal to a cold clearing of the changed auction, but for the work it reports: where every
   * period stands alone, those that did not change keep their result.
   */
  AuctionResult result(AuctionProblem problem, AuctionResult cleared, ChangedAuction changed) {
    if (!ColdClearing.isSeparable(problem) || !ColdClearing.isSeparable(changed.problem())) {
      return changed.periods().isEmpty() && !changed.blocksChanged()
          ? cleared
          : ColdClearing.clear(changed.problem(), budget, stop);
    }
    List<ClearingResult> periods = new ArrayList<>(cleared.periods());
    Money welfare = cleared.welfare();
    for (int number : changed.periods()) {
      ClearingResult now =
          ColdClearing.clear(changed.problem(), changed.problem().periods().get(number - 1));
      welfare = welfare.plus(cleared.period(number).welfare().negated()).plus(now.welfare());
      periods.set(number - 1, now);
    }
    return new AuctionResult(
        periods, cleared.blocks(), cleared.complexes(), welfare, cleared.search());
  }
}

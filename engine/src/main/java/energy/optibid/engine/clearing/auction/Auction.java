package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.auction.search.Answer;
import java.util.function.BooleanSupplier;

/** Clears a whole auction. */
public final class Auction {
  private Auction() {}

  /**
   * The allocation of most welfare in which no accepted block loses, with its prices. Pure and
   * deterministic: the same problem and budget give the same answer on every machine, whatever the
   * order of the input.
   *
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met even without blocks
   */
  public static AuctionResult clear(AuctionProblem problem, WorkBudget budget) {
    return clear(problem, budget, () -> false);
  }

  /**
   * As {@link #clear(AuctionProblem, WorkBudget)}, with a safety stop.
   *
   * @param stop asked now and then; once true the best answer so far is returned, marked {@link
   *     Search.End#STOPPED}
   */
  public static AuctionResult clear(
      AuctionProblem problem, WorkBudget budget, BooleanSupplier stop) {
    return Answer.of(problem, budget, stop);
  }
}

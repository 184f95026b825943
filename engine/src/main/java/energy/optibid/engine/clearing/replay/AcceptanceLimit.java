package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.replay.OrderChange.PutBlock;
import energy.optibid.engine.units.Price;
import java.util.List;
import java.util.Optional;

/**
 * The limit at which a rejected block would have been taken, everything else being as it was.
 *
 * @param limit a limit at which a replay takes the block, on the publication tick
 * @param exact whether a replay with the limit one tick worse for the market leaves the block out;
 *     if not, the search ended before
 * @param clearings how many times the auction was cleared
 */
public record AcceptanceLimit(Price limit, boolean exact, int clearings) {

  /**
   * Searches by clearing the auction again with other limits of the block: first with the most
   * generous one the rules allow, then with the price the block would be paid in that case, then by
   * bisection.
   *
   * @param cleared the result of {@code problem}
   * @param mostClearings where the search ends, at least 3
   * @return empty if the block is left out at every limit, or the replay is stopped or runs out of
   *     work before anything is known
   * @throws IllegalArgumentException if there is no such block, or it is accepted
   */
  public static Optional<AcceptanceLimit> of(
      AuctionProblem problem,
      AuctionResult cleared,
      String blockId,
      Replay replay,
      int mostClearings) {
    BlockOrder block =
        problem.blocks().stream()
            .filter(candidate -> candidate.id().equals(blockId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no block " + blockId));
    if (!cleared.block(blockId).ratio().isZero()) {
      throw new IllegalArgumentException("block " + blockId + " is accepted");
    }
    return new Bisection(problem, cleared, block, replay, mostClearings).run();
  }

  /** Limits as ticks of generosity above that of the block as it is: more is better for others. */
  private static final class Bisection {
    private final AuctionProblem problem;
    private final AuctionResult cleared;
    private final BlockOrder block;
    private final Replay replay;
    private final int most;
    private int clearings;

    Bisection(
        AuctionProblem problem, AuctionResult cleared, BlockOrder block, Replay replay, int most) {
      this.problem = problem;
      this.cleared = cleared;
      this.block = block;
      this.replay = replay;
      this.most = most;
    }

    Optional<AcceptanceLimit> run() {
      long generous = generosity(sells() ? problem.rules().floor() : problem.rules().cap(), false);
      Optional<BlockOutcome> taken = taken(generous);
      if (taken.isEmpty()) {
        return Optional.empty();
      }
      long accepted = generous;
      long rejected = 0;
      long paid = Math.min(generous, generosity(taken.get().averagePrice(), true));
      if (paid > 0) {
        if (paid == generous || taken(paid).isPresent()) {
          boolean more = paid > 1 && taken(paid - 1).isPresent();
          accepted = more ? paid - 1 : paid;
          rejected = more ? 0 : paid - 1;
        } else {
          rejected = paid;
        }
      }
      while (accepted - rejected > 1 && clearings < most) {
        long middle = rejected + (accepted - rejected) / 2;
        if (taken(middle).isPresent()) {
          accepted = middle;
        } else {
          rejected = middle;
        }
      }
      return Optional.of(new AcceptanceLimit(limit(accepted), accepted - rejected == 1, clearings));
    }

    private boolean sells() {
      return block.side() == Side.SELL;
    }

    private long tick() {
      return problem.tick().tenThousandths();
    }

    /** How many ticks a price is more generous than the limit; up where not a whole number. */
    private long generosity(Price price, boolean up) {
      long ahead = block.price().tenThousandths() - price.tenThousandths();
      long generous = sells() ? ahead : -ahead;
      return up ? -Math.floorDiv(-generous, tick()) : Math.floorDiv(generous, tick());
    }

    private Price limit(long generosity) {
      long ahead = generosity * tick();
      return new Price(block.price().tenThousandths() + (sells() ? -ahead : ahead));
    }

    private Optional<BlockOutcome> taken(long generosity) {
      clearings++;
      ChangedAuction changed =
          ChangedAuction.of(problem, List.of(new PutBlock(block.at(limit(generosity)))));
      AuctionResult result = replay.result(problem, cleared, changed);
      BlockOutcome outcome = result.block(block.id());
      boolean known = result.search().end() == Search.End.OPTIMAL;
      return known && !outcome.ratio().isZero() ? Optional.of(outcome) : Optional.empty();
    }
  }
}

package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Three clearings of one auction: as it was, as it would have been with the changes, and without
 * the changed orders altogether.
 *
 * @param before as it was
 * @param changed the auction with the changes
 * @param after its result
 * @param without the result if the changed orders had not been there at all
 * @param changedIds ids of the orders, curves and blocks the changes name, and of those that stand
 *     and fall with them
 */
public record Counterfactual(
    AuctionProblem problem,
    AuctionResult before,
    AuctionProblem changed,
    AuctionResult after,
    AuctionResult without,
    Set<String> changedIds) {
  public Counterfactual {
    changedIds = Set.copyOf(changedIds);
  }

  /**
   * The prices of a zone in one period.
   *
   * @param period 1 is the first of the auction
   */
  public record ZonePrice(int period, String zone, Price before, Price after, Price without) {
    /** What the changes do to the price. */
    public Price change() {
      return new Price(after.tenThousandths() - before.tenThousandths());
    }

    /** What the changed orders' being there does to the price: with them less without them. */
    public Price impact() {
      return new Price(after.tenThousandths() - without.tenThousandths());
    }
  }

  /**
   * What became of a block before and after the changes.
   *
   * @param before empty if it was not there
   * @param after empty if it is no longer there
   */
  public record BlockChange(
      String blockId, Optional<BlockOutcome> before, Optional<BlockOutcome> after) {
    /** Whether its decision or accepted share differs. */
    public boolean isOther() {
      return !decision(before).equals(decision(after))
          || !before.map(BlockOutcome::ratio).equals(after.map(BlockOutcome::ratio));
    }

    private static Optional<BlockDecision> decision(Optional<BlockOutcome> outcome) {
      return outcome.map(BlockOutcome::decision);
    }
  }

  /** Every price, by zone and period. */
  public List<ZonePrice> prices() {
    List<ZonePrice> prices = new ArrayList<>();
    for (String zone : new TreeSet<>(problem.zones())) {
      for (int number = 1; number <= problem.periods().size(); number++) {
        prices.add(
            new ZonePrice(
                number,
                zone,
                before.period(number).zone(zone).price(),
                after.period(number).zone(zone).price(),
                without.period(number).zone(zone).price()));
      }
    }
    return prices;
  }

  /**
   * What the changed orders are paid as the auction was: a sale receives, a purchase pays.
   *
   * @return exact
   */
  public Money revenueBefore() {
    return Revenue.of(problem, before, changedIds).money();
  }

  /** What they are paid after the changes; exact. */
  public Money revenueAfter() {
    return Revenue.of(changed, after, changedIds).money();
  }

  /** Blocks that are accepted otherwise than before, by id. */
  public List<BlockChange> otherBlocks() {
    Function<AuctionResult, Set<String>> ids =
        result -> result.blocks().stream().map(BlockOutcome::blockId).collect(Collectors.toSet());
    Set<String> all = new TreeSet<>(ids.apply(before));
    all.addAll(ids.apply(after));
    return all.stream()
        .map(id -> new BlockChange(id, outcome(before, id), outcome(after, id)))
        .filter(BlockChange::isOther)
        .toList();
  }

  private static Optional<BlockOutcome> outcome(AuctionResult result, String id) {
    return result.blocks().stream().filter(block -> block.blockId().equals(id)).findFirst();
  }
}

package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.BlockResult;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Power;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What became of blocks, in the words of the desk. */
public final class BlockResults {
  private BlockResults() {}

  /** Every block of a cleared auction, by id. */
  static List<BlockResult> of(AuctionProblem problem, AuctionResult result) {
    String currency = problem.rules().currency().getCurrencyCode();
    return problem.blocks().stream()
        .sorted(Comparator.comparing(BlockOrder::id))
        .map(block -> explained(of(problem, block, result.block(block.id())), currency))
        .toList();
  }

  private static BlockResult of(AuctionProblem problem, BlockOrder block, BlockOutcome outcome) {
    return new BlockResult(
        block.id(),
        block.zone(),
        side(block.side()),
        Figures.price(block.price()),
        outcome.decision(),
        outcome.ratio().toBigDecimal().stripTrailingZeros(),
        Figures.mwh(energy(problem, block.quantities())),
        Figures.mwh(energy(problem, outcome.accepted())),
        outcome.surplus().rounded().amount(),
        Figures.price(outcome.averagePrice()),
        Figures.price(outcome.distance()),
        "");
  }

  static BidSide side(Side side) {
    return side == Side.SELL ? BidSide.SELL : BidSide.BUY;
  }

  private static Energy energy(AuctionProblem problem, Map<Integer, Power> quantities) {
    Energy sum = Energy.ZERO;
    for (Map.Entry<Integer, Power> part : quantities.entrySet()) {
      sum =
          sum.plus(
              part.getValue().during(problem.periods().get(part.getKey() - 1).block().duration()));
    }
    return sum;
  }

  /**
   * The same with its sentence.
   *
   * @param currency ISO 4217 code
   */
  public static BlockResult explained(BlockResult block, String currency) {
    return new BlockResult(
        block.blockId(),
        block.area(),
        block.side(),
        block.price(),
        block.decision(),
        block.ratio(),
        block.offeredMwh(),
        block.acceptedMwh(),
        block.surplus(),
        block.averagePrice(),
        block.distance(),
        sentence(block, currency));
  }

  private static String sentence(BlockResult block, String currency) {
    String average =
        "its periods' average price of "
            + block.averagePrice().toPlainString()
            + " "
            + currency
            + "/MWh";
    String away = block.distance().abs().toPlainString() + " " + currency + "/MWh";
    return switch (block.decision()) {
      case ACCEPTED ->
          "Accepted: "
              + average
              + " is "
              + away
              + " better than its limit; it gains "
              + block.surplus().toPlainString()
              + " "
              + currency
              + ".";
      case OUT_OF_THE_MONEY ->
          "Not accepted: "
              + average
              + " is "
              + away
              + " worse than its limit, which had to be "
              + block.averagePrice().toPlainString()
              + " at these prices.";
      case PARADOXICALLY_REJECTED ->
          "Paradoxically rejected: at these very prices it would gain "
              + block.surplus().toPlainString()
              + " "
              + currency
              + ", but taking it would move prices until it, or another block, loses.";
      case PARENT_REJECTED -> "Not accepted, because the block it is linked to is not.";
      case GROUP_USED_UP -> "Not accepted, because its exclusive group is used up by others.";
    };
  }
}

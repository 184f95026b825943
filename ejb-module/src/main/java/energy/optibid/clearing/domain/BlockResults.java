package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.BlockResult;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What became of blocks, in the words of the desk. */
public final class BlockResults {
  private BlockResults() {}

  /** Every block of a cleared auction's book, by id; those of own bids are told with their bid. */
  static List<BlockResult> of(AuctionProblem problem, AuctionResult result) {
    return problem.blocks().stream()
        .filter(block -> !OwnOrders.isOwn(block.id()))
        .sorted(Comparator.comparing(BlockOrder::id))
        .map(block -> of(problem, block, result.block(block.id())))
        .toList();
  }

  /** One block with its sentence. */
  static BlockResult of(AuctionProblem problem, BlockOrder block, BlockOutcome outcome) {
    return explained(
        figures(problem, block, outcome), problem.rules().currency().getCurrencyCode());
  }

  private static BlockResult figures(
      AuctionProblem problem, BlockOrder block, BlockOutcome outcome) {
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
        sentence(
            block.decision(), block.averagePrice(), block.distance(), block.surplus(), currency));
  }

  /** A block order with its sentence. */
  public static BlockOrderOutcome explained(BlockOrderOutcome order) {
    return new BlockOrderOutcome(
        order.runId(),
        order.bidId(),
        order.blockOrder(),
        order.areaCode(),
        order.side(),
        order.price(),
        order.decision(),
        order.ratio(),
        order.offeredMwh(),
        order.acceptedMwh(),
        order.surplus(),
        order.averagePrice(),
        order.distance(),
        order.currency(),
        sentence(
            order.decision(),
            order.averagePrice(),
            order.distance(),
            order.surplus(),
            order.currency()));
  }

  private static String sentence(
      BlockDecision decision,
      BigDecimal averagePrice,
      BigDecimal distance,
      BigDecimal surplus,
      String currency) {
    String average =
        "its periods' average price of " + averagePrice.toPlainString() + " " + currency + "/MWh";
    String away = distance.abs().toPlainString() + " " + currency + "/MWh";
    return switch (decision) {
      case ACCEPTED ->
          "Accepted: "
              + average
              + " is "
              + away
              + " better than its limit; it gains "
              + surplus.toPlainString()
              + " "
              + currency
              + ".";
      case OUT_OF_THE_MONEY ->
          "Not accepted: "
              + average
              + " is "
              + away
              + " worse than its limit, which had to be "
              + averagePrice.toPlainString()
              + " at these prices.";
      case PARADOXICALLY_REJECTED ->
          "Paradoxically rejected: at these very prices it would gain "
              + surplus.toPlainString()
              + " "
              + currency
              + ", but taking it would move prices until it, or another block, loses.";
      case PARENT_REJECTED -> "Not accepted, because the block it is linked to is not.";
      case GROUP_USED_UP -> "Not accepted, because its exclusive group is used up by others.";
    };
  }
}

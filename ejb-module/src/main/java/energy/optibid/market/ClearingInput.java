package energy.optibid.market;

import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.rules.AuctionRules;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The anonymous side of an auction, ready to be cleared.
 *
 * @param blocks in order; block number n is at index n − 1 when the whole day was loaded
 * @param blockOrders orders over several blocks that are left to the engine; period n of them is
 *     the book at index n − 1
 */
public record ClearingInput(UUID auctionId, List<BlockBook> blocks, List<BlockOrder> blockOrders) {
  public ClearingInput {
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }

  /**
   * The whole auction with further orders beside the book.
   *
   * @param ownOrders those of a block, by its number
   * @param ownBlocks orders over several blocks
   * @param rules the auction is cleared under
   */
  public AuctionProblem auction(
      IntFunction<List<Order>> ownOrders, List<BlockOrder> ownBlocks, AuctionRules rules) {
    BlockBook first = blocks.get(0);
    return new AuctionProblem(
        first.zones(),
        blocks.stream()
            .map(book -> AuctionPeriod.of(book.problem(ownOrders.apply(book.number()))))
            .toList(),
        Stream.concat(blockOrders.stream(), ownBlocks.stream()).toList(),
        List.of(),
        List.of(),
        List.of(),
        first.rules(),
        rules.publicationTick(),
        rules.partialBlockAtTheMoney());
  }
}

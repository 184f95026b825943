package energy.optibid.nobid.domain;

import energy.optibid.bidding.BidBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The curves of an old bid at the blocks of another auction. */
public final class MovedBlocks {
  private MovedBlocks() {}

  /**
   * Where curves stand in the auction's own blocks, those; otherwise all of them by their place:
   * the first of the old ones in the auction's first block, and so on. What falls behind its last
   * block is left out.
   *
   * @param firstBlock number of the auction's first block among the blocks of the day
   * @param blockCount its own blocks
   */
  public static List<BidBlock> of(List<BidBlock> blocks, int firstBlock, int blockCount) {
    int end = firstBlock + blockCount;
    List<BidBlock> there =
        blocks.stream()
            .filter(block -> block.block() >= firstBlock && block.block() < end)
            .toList();
    if (!there.isEmpty()) {
      return there;
    }
    List<BidBlock> ordered =
        blocks.stream().sorted(Comparator.comparingInt(BidBlock::block)).toList();
    List<BidBlock> moved = new ArrayList<>();
    for (BidBlock block : ordered) {
      int number = firstBlock + block.block() - ordered.get(0).block();
      if (number < end) {
        moved.add(new BidBlock(number, block.points()));
      }
    }
    return moved;
  }
}

package energy.optibid.bidding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a bid says.
 *
 * @param label free text of the desk
 * @param blocks by rising block number
 * @param carryOver what the auction leaves unselected goes to the next of the day
 */
public record BidContent(
    UUID assetId,
    String areaCode,
    BidSide side,
    @Nullable String label,
    List<BidBlock> blocks,
    boolean carryOver) {
  public BidContent {
    blocks = List.copyOf(blocks);
  }

  /** A bid that stays in its auction. */
  public BidContent(
      UUID assetId, String areaCode, BidSide side, @Nullable String label, List<BidBlock> blocks) {
    this(assetId, areaCode, side, label, blocks, false);
  }

  /** The curve of a block, if the bid has one. */
  public Optional<BidBlock> block(int number) {
    return blocks.stream().filter(block -> block.block() == number).findFirst();
  }
}

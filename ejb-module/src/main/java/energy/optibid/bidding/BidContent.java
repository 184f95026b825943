package energy.optibid.bidding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a bid says.
 *
 * @param label free text of the desk
 * @param blocks by rising block number
 * @param carryOver what the auction leaves unselected of the curves goes to the next of the day
 * @param blockOrders orders over several blocks, as they were written
 */
public record BidContent(
    UUID assetId,
    String areaCode,
    BidSide side,
    @Nullable String label,
    List<BidBlock> blocks,
    boolean carryOver,
    List<BidBlockOrder> blockOrders) {
  public BidContent {
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }

  /** Curves that stay in their auction. */
  public BidContent(
      UUID assetId, String areaCode, BidSide side, @Nullable String label, List<BidBlock> blocks) {
    this(assetId, areaCode, side, label, blocks, false, List.of());
  }

  /** The same of another asset in its area. */
  public BidContent of(UUID asset, String area) {
    return new BidContent(asset, area, side, label, blocks, carryOver, blockOrders);
  }

  /** The same with other curves. */
  public BidContent with(List<BidBlock> curves) {
    return new BidContent(assetId, areaCode, side, label, curves, carryOver, blockOrders);
  }

  /** The same with other block orders. */
  public BidContent withBlockOrders(List<BidBlockOrder> orders) {
    return new BidContent(assetId, areaCode, side, label, blocks, carryOver, orders);
  }

  /** The curve of a block, if the bid has one. */
  public Optional<BidBlock> block(int number) {
    return blocks.stream().filter(block -> block.block() == number).findFirst();
  }

  /** The most it can oblige its asset to, MW by block; see {@link BidOffer#offeredPower}. */
  public Map<Integer, BigDecimal> offeredPower() {
    return BidOffer.of(this).offeredPower();
  }
}

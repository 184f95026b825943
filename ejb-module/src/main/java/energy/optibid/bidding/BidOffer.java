package energy.optibid.bidding;

import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.domain.OfferedPower;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much power one version of a bid may come to, whatever its curves cost.
 *
 * @param label free text of the desk
 * @param curveEnds of each block with a curve its last point's power, MW
 * @param blockOrders orders over several blocks, as they were written
 */
public record BidOffer(
    UUID assetId,
    BidSide side,
    @Nullable String label,
    List<BlockQuantity> curveEnds,
    List<BidBlockOrder> blockOrders) {
  public BidOffer {
    curveEnds = List.copyOf(curveEnds);
    blockOrders = List.copyOf(blockOrders);
  }

  /** Of all that a version says. */
  public static BidOffer of(BidContent content) {
    return new BidOffer(
        content.assetId(),
        content.side(),
        content.label(),
        content.blocks().stream()
            .map(block -> new BlockQuantity(block.block(), block.offered()))
            .toList(),
        content.blockOrders());
  }

  /**
   * The most it can oblige its asset to, MW by block: curves to their ends and every block order in
   * full, of an exclusive group the largest. A flexible order may be placed in any of its blocks.
   */
  public Map<Integer, BigDecimal> offeredPower() {
    return OfferedPower.of(curveEnds, blockOrders);
  }
}

package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidDraft;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most that bids can oblige an asset to, MW by block: curves to their ends and every block
 * order in full, of an exclusive group the largest. A flexible order may be placed in any of its
 * blocks.
 */
public final class OfferedPower {
  private final Map<Integer, BigDecimal> alone = new HashMap<>();
  private final Map<String, Map<Integer, BigDecimal>> groups = new HashMap<>();

  private OfferedPower() {}

  /**
   * Of one version.
   *
   * @param curveEnds of each block with a curve its last point's power
   */
  public static Map<Integer, BigDecimal> of(
      List<BlockQuantity> curveEnds, List<BidBlockOrder> blockOrders) {
    OfferedPower power = new OfferedPower();
    for (BlockQuantity end : curveEnds) {
      power.add(end.block(), end.quantity(), null);
    }
    for (BidBlockOrder order : blockOrders) {
      for (BlockQuantity part : order.profile()) {
        power.add(part.block(), part.quantity(), order.exclusiveGroup());
      }
    }
    return power.sum();
  }

  /** Of what a draft says so far. */
  static Map<Integer, BigDecimal> of(BidDraft draft) {
    OfferedPower power = new OfferedPower();
    for (BidDraft.Block block : draft.blocks()) {
      block.points().stream()
          .map(BidDraft.Point::quantity)
          .filter(quantity -> quantity != null)
          .reduce(BigDecimal::max)
          .ifPresent(most -> power.add(block.block(), most, null));
    }
    for (BidDraft.BlockOrder order : draft.blockOrders()) {
      for (BidDraft.Quantity part : order.profile()) {
        power.add(part.block(), part.quantity(), order.exclusiveGroup());
      }
    }
    return power.sum();
  }

  private void add(@Nullable Integer block, @Nullable BigDecimal quantity, @Nullable String group) {
    if (block == null || quantity == null) {
      return;
    }
    if (group == null) {
      alone.merge(block, quantity, BigDecimal::add);
    } else {
      groups
          .computeIfAbsent(group, name -> new HashMap<>())
          .merge(block, quantity, BigDecimal::max);
    }
  }

  private Map<Integer, BigDecimal> sum() {
    Map<Integer, BigDecimal> sum = new HashMap<>(alone);
    for (Map<Integer, BigDecimal> most : groups.values()) {
      most.forEach((block, power) -> sum.merge(block, power, BigDecimal::add));
    }
    return sum;
  }
}

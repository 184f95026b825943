package energy.optibid.book.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * The most a purchase may cost at its own prices, money: of a curve the dearest of its points,
 * price times quantity, in each block; of a block order its limit times its energy; of an exclusive
 * group the dearest order. A sale costs nothing.
 */
final class PurchaseValue {
  private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
  private static final int CENTS = 2;

  private PurchaseValue() {}

  /** Rounded up to the cent, once. */
  static BigDecimal of(BidContent content, int blockMinutes) {
    if (content.side() == BidSide.SELL) {
      return BigDecimal.ZERO;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (BidBlock block : content.blocks()) {
      sum = sum.add(dearest(block));
    }
    Map<String, BigDecimal> groups = new HashMap<>();
    for (BidBlockOrder order : content.blockOrders()) {
      BigDecimal cost = order.price().multiply(quantity(order)).max(BigDecimal.ZERO);
      String group = order.exclusiveGroup();
      if (group == null) {
        sum = sum.add(cost);
      } else {
        groups.merge(group, cost, BigDecimal::max);
      }
    }
    for (BigDecimal cost : groups.values()) {
      sum = sum.add(cost);
    }
    return sum.multiply(BigDecimal.valueOf(blockMinutes))
        .divide(MINUTES_PER_HOUR, CENTS, RoundingMode.CEILING);
  }

  private static BigDecimal dearest(BidBlock block) {
    BigDecimal dearest = BigDecimal.ZERO;
    for (BidPoint point : block.points()) {
      dearest = dearest.max(point.price().multiply(point.quantity()));
    }
    return dearest;
  }

  /** A flexible order is placed in one of its blocks, all of the same quantity. */
  private static BigDecimal quantity(BidBlockOrder order) {
    return order.profile().stream()
        .map(BlockQuantity::quantity)
        .reduce(order.flexible() ? BigDecimal::max : BigDecimal::add)
        .orElse(BigDecimal.ZERO);
  }
}

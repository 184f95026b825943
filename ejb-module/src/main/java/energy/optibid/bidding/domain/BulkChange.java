package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BulkEdit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A bulk edit done to one content.
 *
 * @param tick prices are rounded half-even to multiples of it, currency per MWh
 * @param lotMw quantities are rounded down to multiples of it, MW
 */
public record BulkChange(BulkEdit edit, BigDecimal tick, BigDecimal lotMw) {
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  /** The content as the edit wants it; it may break rules that it kept before. */
  public BidContent of(BidContent content) {
    return new BidContent(
        content.assetId(),
        content.areaCode(),
        content.side(),
        content.label(),
        content.blocks().stream().map(block -> chosen(block.block()) ? of(block) : block).toList(),
        content.carryOver(),
        content.blockOrders().stream().map(this::of).toList());
  }

  private boolean chosen(int block) {
    return edit.blocks().isEmpty() || edit.blocks().contains(block);
  }

  private BidBlock of(BidBlock block) {
    return new BidBlock(
        block.block(),
        block.points().stream()
            .map(point -> new BidPoint(price(point.price()), quantity(point.quantity())))
            .toList());
  }

  private BidBlockOrder of(BidBlockOrder order) {
    boolean whole = order.profile().stream().allMatch(part -> chosen(part.block()));
    return new BidBlockOrder(
        order.id(),
        order.profile().stream()
            .map(
                part ->
                    chosen(part.block())
                        ? new BlockQuantity(part.block(), quantity(part.quantity()))
                        : part)
            .toList(),
        whole ? price(order.price()) : order.price(),
        order.minimumAcceptanceRatio(),
        order.parent(),
        order.exclusiveGroup(),
        order.flexible());
  }

  private BigDecimal price(BigDecimal price) {
    if (edit.priceShift() == null && edit.pricePercent() == null) {
      return price;
    }
    BigDecimal moved =
        price
            .add(price.abs().multiply(orZero(edit.pricePercent())).multiply(PERCENT))
            .add(orZero(edit.priceShift()));
    return rounded(moved, tick, RoundingMode.HALF_EVEN);
  }

  private BigDecimal quantity(BigDecimal quantity) {
    return edit.quantityPercent() == null
        ? quantity
        : rounded(
            quantity.multiply(edit.quantityPercent()).multiply(PERCENT), lotMw, RoundingMode.DOWN);
  }

  private static BigDecimal rounded(BigDecimal value, BigDecimal unit, RoundingMode mode) {
    return value.divide(unit, 0, mode).multiply(unit);
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}

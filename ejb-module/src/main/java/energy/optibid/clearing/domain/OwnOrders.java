package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Own bids as the engine's orders: cumulative points become increments, the side the sign. */
public final class OwnOrders {
  private static final String PREFIX = "bid/";
  private static final int UUID_LENGTH = 36;

  private OwnOrders() {}

  /** The id a bid's order has in a clearing problem. */
  public static String orderId(UUID bidId) {
    return PREFIX + bidId;
  }

  /** True if the order is one of our bids, not the anonymous book. */
  public static boolean isOwn(String orderId) {
    return orderId.startsWith(PREFIX);
  }

  /** The id of the bid's order by that of one of its orders: its curve's, or a block order's. */
  static String bidOrderId(String orderId) {
    return isOwn(orderId) ? orderId.substring(0, PREFIX.length() + UUID_LENGTH) : orderId;
  }

  /** The orders of every bid that has a curve for the block. */
  public static List<Order> of(List<SubmittedBid> bids, int block) {
    List<Order> orders = new ArrayList<>();
    for (SubmittedBid bid : bids) {
      bid.content()
          .block(block)
          .ifPresent(
              curve ->
                  orders.add(
                      new Order(
                          orderId(bid.bidId()),
                          bid.content().areaCode(),
                          side(bid.content().side()),
                          increments(curve))));
    }
    return orders;
  }

  /**
   * The same bids as interpolated curves. A sell offers nothing below its first price, its first
   * quantity at it, more along straight lines, and its last quantity from its last price on; a buy
   * mirrors that.
   */
  public static List<CurveOrder> curves(List<SubmittedBid> bids, int block) {
    return bids.stream().map(bid -> curve(bid, block)).flatMap(Optional::stream).toList();
  }

  /** One of them, if the bid has a curve for the block. */
  public static Optional<CurveOrder> curve(SubmittedBid bid, int block) {
    return bid.content()
        .block(block)
        .map(
            curve ->
                new CurveOrder(
                    orderId(bid.bidId()),
                    bid.content().areaCode(),
                    corners(bid.content().side(), curve.points())));
  }

  private static List<CurveCorner> corners(BidSide side, List<BidPoint> points) {
    List<CurveCorner> corners = new ArrayList<>(points.size() + 1);
    Price first = Price.of(points.get(0).price());
    corners.add(new CurveCorner(first, Power.ZERO));
    for (BidPoint point : points) {
      Power quantity = Power.ofMegawatts(point.quantity());
      corners.add(
          new CurveCorner(
              Price.of(point.price()), side == BidSide.SELL ? quantity.negated() : quantity));
    }
    if (side == BidSide.BUY) {
      // a buy names its highest price first, a curve its lowest
      Collections.reverse(corners);
    }
    return corners;
  }

  static Side side(BidSide side) {
    return side == BidSide.BUY ? Side.BUY : Side.SELL;
  }

  static List<Step> increments(BidBlock curve) {
    List<Step> steps = new ArrayList<>(curve.points().size());
    BigDecimal before = BigDecimal.ZERO;
    for (BidPoint point : curve.points()) {
      steps.add(
          new Step(Price.of(point.price()), Power.ofMegawatts(point.quantity().subtract(before))));
      before = point.quantity();
    }
    return steps;
  }
}

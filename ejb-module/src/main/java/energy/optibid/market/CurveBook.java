package energy.optibid.market;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;

/**
 * One block of an auction of interpolated curves, without the desks' own bids.
 *
 * @param number of the block in its day, from 1
 * @param zones codes of the bidding areas
 * @param orders the other participants' curves
 * @param tick step of published prices
 */
public record CurveBook(
    int number,
    DeliveryBlock block,
    List<String> zones,
    List<CurveOrder> orders,
    List<Link> links,
    ClearingRules rules,
    Price tick) {
  public CurveBook {
    zones = List.copyOf(zones);
    orders = List.copyOf(orders);
    links = List.copyOf(links);
  }

  /** The same book over other links. */
  public CurveBook over(List<Link> others) {
    return new CurveBook(number, block, zones, orders, others, rules, tick);
  }

  /** What the engine clears once the desks' bids stand beside the book. */
  public CurveProblem problem(List<CurveOrder> ownOrders) {
    List<CurveOrder> all = new ArrayList<>(orders);
    all.addAll(ownOrders);
    return new CurveProblem(block, zones, all, links, rules, tick);
  }
}

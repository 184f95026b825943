package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.units.DeliveryBlock;
import java.util.List;

/**
 * One period of an auction: the orders that stand in it alone and its network. The order of the
 * lists means nothing.
 *
 * @param orders step orders
 * @param curves interpolated orders
 * @param flowLimits limits on weighted sums of net positions (flow-based network)
 */
public record AuctionPeriod(
    DeliveryBlock block,
    List<Order> orders,
    List<CurveOrder> curves,
    List<Link> links,
    List<ExternalExchange> exchanges,
    List<BorderNode> borders,
    List<FlowLimit> flowLimits) {
  public AuctionPeriod {
    orders = List.copyOf(orders);
    curves = List.copyOf(curves);
    links = List.copyOf(links);
    exchanges = List.copyOf(exchanges);
    borders = List.copyOf(borders);
    flowLimits = List.copyOf(flowLimits);
  }

  /** The period of a problem of step orders. */
  public static AuctionPeriod of(ClearingProblem problem) {
    return new AuctionPeriod(
        problem.block(),
        problem.orders(),
        List.of(),
        problem.links(),
        problem.exchanges(),
        problem.borders(),
        List.of());
  }
}

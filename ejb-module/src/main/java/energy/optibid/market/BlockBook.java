package energy.optibid.market;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.DeliveryBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything an auction knows about one block before anybody's own bid.
 *
 * @param number 1 to the auction's block count
 * @param zones codes of the bidding areas
 * @param orders the anonymous book: one order per area and side, its id {@link #orderId}
 * @param links transfer limits between areas
 * @param exchanges exchanges with external areas, fixed
 */
public record BlockBook(
    int number,
    DeliveryBlock block,
    List<String> zones,
    List<Order> orders,
    List<Link> links,
    List<ExternalExchange> exchanges,
    ClearingRules rules) {
  public BlockBook {
    zones = List.copyOf(zones);
    orders = List.copyOf(orders);
    links = List.copyOf(links);
    exchanges = List.copyOf(exchanges);
  }

  /** The id the anonymous order of an area and side has in a clearing problem. */
  public static String orderId(String area, Side side) {
    return "book/" + area + "/" + side.name().toLowerCase(Locale.ROOT);
  }

  /** The block's clearing problem with further orders beside the book. */
  public ClearingProblem problem(List<Order> ownOrders) {
    List<Order> all = new ArrayList<>(orders);
    all.addAll(ownOrders);
    return new ClearingProblem(block, zones, all, links, exchanges, List.of(), rules);
  }
}

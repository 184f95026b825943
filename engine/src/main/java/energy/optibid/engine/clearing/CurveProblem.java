package energy.optibid.engine.clearing;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Price;
import java.util.List;

/**
 * Everything that decides the clearing of one delivery block of interpolated curves. The order of
 * the lists means nothing.
 *
 * @param zones ids of the bidding zones
 * @param orders curves, each in one of the zones
 * @param links between zones
 * @param tick step of published prices
 */
public record CurveProblem(
    DeliveryBlock block,
    List<String> zones,
    List<CurveOrder> orders,
    List<Link> links,
    ClearingRules rules,
    Price tick) {
  public CurveProblem {
    zones = List.copyOf(zones);
    orders = List.copyOf(orders);
    links = List.copyOf(links);
  }
}

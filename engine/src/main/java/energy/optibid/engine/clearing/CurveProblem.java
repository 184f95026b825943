package energy.optibid.engine.clearing;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
  /** The largest quantity of a curve and capacity of a link. */
  public static final Power LARGEST = new Power(10_000_000);

  /**
   * @throws IllegalArgumentException if an id is used twice or unknown, a price is outside the
   *     limits, a quantity is not a multiple of the lot or exceeds {@link #LARGEST}, or the tick is
   *     not positive
   */
  public CurveProblem {
    zones = List.copyOf(zones);
    orders = List.copyOf(orders);
    links = List.copyOf(links);
    if (tick.tenThousandths() <= 0) {
      throw new IllegalArgumentException("the tick must be positive, not " + tick);
    }
    Set<String> zoneIds = new HashSet<>();
    zones.forEach(zone -> requireNew(zoneIds, zone, "zone"));
    Set<String> orderIds = new HashSet<>();
    for (CurveOrder order : orders) {
      requireNew(orderIds, order.id(), "curve");
      requireKnown(zoneIds, order.zone(), "curve " + order.id());
      for (CurveCorner corner : order.corners()) {
        requireAcceptable(corner, order, rules);
      }
    }
    Set<String> linkIds = new HashSet<>();
    for (Link link : links) {
      requireNew(linkIds, link.id(), "link");
      requireKnown(zoneIds, link.from(), "link " + link.id());
      requireKnown(zoneIds, link.to(), "link " + link.id());
      if (Math.max(link.forwardCapacity().kilowatts(), link.reverseCapacity().kilowatts())
          > LARGEST.kilowatts()) {
        throw new IllegalArgumentException("link " + link.id() + " exceeds " + LARGEST);
      }
    }
  }

  private static void requireAcceptable(CurveCorner corner, CurveOrder order, ClearingRules rules) {
    if (corner.price().compareTo(rules.floor()) < 0 || corner.price().compareTo(rules.cap()) > 0) {
      throw new IllegalArgumentException(
          "curve %s: %s is outside %s to %s"
              .formatted(order.id(), corner.price(), rules.floor(), rules.cap()));
    }
    long kilowatts = corner.quantity().kilowatts();
    if (kilowatts % rules.lot().kilowatts() != 0) {
      throw new IllegalArgumentException(
          "curve %s: %s is not a multiple of the lot %s"
              .formatted(order.id(), corner.quantity(), rules.lot()));
    }
    if (Math.abs(kilowatts) > LARGEST.kilowatts()) {
      throw new IllegalArgumentException("curve " + order.id() + " exceeds " + LARGEST);
    }
  }

  private static void requireNew(Set<String> ids, String id, String what) {
    if (!ids.add(id)) {
      throw new IllegalArgumentException(what + " " + id + " appears twice");
    }
  }

  private static void requireKnown(Set<String> ids, String id, String what) {
    if (!ids.contains(id)) {
      throw new IllegalArgumentException(what + " names " + id + ", which is not in the problem");
    }
  }
}

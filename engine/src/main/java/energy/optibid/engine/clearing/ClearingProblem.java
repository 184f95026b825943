package energy.optibid.engine.clearing;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that decides the clearing of one delivery block. The order of the lists means nothing.
 *
 * @param zones ids of the bidding zones
 * @param orders step orders, each in one of the zones
 * @param links between zones or from a zone to a border node
 * @param exchanges fixed exchanges, each at one of the zones
 * @param borders price-taking nodes outside the model
 */
public record ClearingProblem(
    DeliveryBlock block,
    List<String> zones,
    List<Order> orders,
    List<Link> links,
    List<ExternalExchange> exchanges,
    List<BorderNode> borders,
    ClearingRules rules) {
  /** The largest sum of offers and exchanges, and the largest capacity, in lots. */
  public static final long MOST_LOTS = 1_000_000_000;

  /**
   * @throws IllegalArgumentException if an id is used twice or unknown, a price is outside the
   *     limits, a quantity is not a multiple of the lot, or quantities exceed {@link #MOST_LOTS}
   */
  public ClearingProblem {
    zones = List.copyOf(zones);
    orders = List.copyOf(orders);
    links = List.copyOf(links);
    exchanges = List.copyOf(exchanges);
    borders = List.copyOf(borders);
    Set<String> zoneIds = new HashSet<>();
    zones.forEach(zone -> requireNew(zoneIds, zone, "zone"));
    Set<String> nodeIds = new HashSet<>(zoneIds);
    for (BorderNode border : borders) {
      requireNew(nodeIds, border.id(), "border node");
      requireInLimits(border.price(), rules, "border node " + border.id());
    }
    long total = 0;
    Set<String> orderIds = new HashSet<>();
    for (Order order : orders) {
      requireNew(orderIds, order.id(), "order");
      requireKnown(zoneIds, order.zone(), "order " + order.id());
      for (Step step : order.steps()) {
        requireInLimits(step.price(), rules, "order " + order.id());
        requireLots(step.quantity(), rules, "order " + order.id());
        total = Math.addExact(total, step.quantity().kilowatts());
      }
    }
    Set<String> linkIds = new HashSet<>();
    for (Link link : links) {
      requireNew(linkIds, link.id(), "link");
      requireKnown(nodeIds, link.from(), "link " + link.id());
      requireKnown(nodeIds, link.to(), "link " + link.id());
      requireSize(link.forwardCapacity().kilowatts(), rules, "capacity of link " + link.id());
      requireSize(link.reverseCapacity().kilowatts(), rules, "capacity of link " + link.id());
    }
    for (ExternalExchange exchange : exchanges) {
      requireKnown(zoneIds, exchange.zone(), "exchange with " + exchange.externalZone());
      requireLots(exchange.export(), rules, "exchange with " + exchange.externalZone());
      total = Math.addExact(total, Math.absExact(exchange.export().kilowatts()));
    }
    requireSize(total, rules, "the sum of offers and exchanges");
  }

  private static void requireSize(long total, ClearingRules rules, String what) {
    if (total / rules.lot().kilowatts() > MOST_LOTS) {
      throw new IllegalArgumentException(
          what + " exceeds " + MOST_LOTS + " lots of " + rules.lot() + ", the most that is exact");
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

  private static void requireInLimits(Price price, ClearingRules rules, String what) {
    if (price.compareTo(rules.floor()) < 0 || price.compareTo(rules.cap()) > 0) {
      throw new IllegalArgumentException(
          what + ": " + price + " is outside " + rules.floor() + " to " + rules.cap());
    }
  }

  private static void requireLots(Power quantity, ClearingRules rules, String what) {
    if (quantity.kilowatts() % rules.lot().kilowatts() != 0) {
      throw new IllegalArgumentException(
          what + ": " + quantity + " is not a multiple of the lot " + rules.lot());
    }
  }
}

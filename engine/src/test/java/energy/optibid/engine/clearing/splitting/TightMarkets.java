package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Small random markets of curves between narrow links. */
final class TightMarkets {
  private TightMarkets() {}

  /** Limits of −50 and 100 per MWh. */
  static ClearingRules rules(long lot, TiePrice tie) {
    return new ClearingRules(
        Currency.getInstance("EUR"), euros(-50), euros(100), new Power(lot), tie);
  }

  static Price euros(long euros) {
    return new Price(euros * 10_000);
  }

  static CurveProblem problem(
      List<String> zones,
      List<CurveOrder> orders,
      List<Link> links,
      ClearingRules rules,
      Price tick) {
    DeliveryBlock hour =
        new DeliveryBlock(Instant.parse("2026-11-23T18:00:00Z"), Duration.ofHours(1));
    return new CurveProblem(hour, zones, orders, links, rules, tick);
  }

  /**
   * @param lot kW of a lot
   * @param most lots that links carry and corners lie apart, less one
   */
  static CurveProblem random(Random random, long lot, int most, int curveCount, TiePrice tie) {
    int count = 1 + random.nextInt(4);
    List<String> zones = List.of("A", "B", "C", "D").subList(0, count);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < (count < 3 ? count - 1 : count); i++) {
      links.add(
          new Link(
              "l" + i,
              zones.get(i),
              zones.get((i + 1) % count),
              new Power(lot * random.nextInt(most)),
              new Power(lot * random.nextInt(most))));
    }
    List<CurveOrder> orders = new ArrayList<>();
    for (int i = 0; i < curveCount; i++) {
      long[] prices = random.longs(1 + random.nextInt(4), -50, 101).sorted().toArray();
      long quantity = random.nextInt(2 * most) - (long) random.nextInt(most);
      List<CurveCorner> corners = new ArrayList<>();
      for (long price : prices) {
        corners.add(new CurveCorner(euros(price), new Power(lot * quantity)));
        quantity -= random.nextInt(most);
      }
      orders.add(new CurveOrder("c" + i, zones.get(random.nextInt(count)), corners));
    }
    return problem(zones, orders, links, rules(lot, tie), new Price(100));
  }

  /**
   * Small sellers in A, small buyers in B, and a link that about carries what they agree on.
   *
   * @param lot kW of a lot
   */
  static CurveProblem nearlyFull(Random random, long lot) {
    List<CurveOrder> orders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      orders.add(falling("s" + i, "A", 0, -lot * (1 + random.nextInt(2))));
      orders.add(falling("b" + i, "B", lot * (1 + random.nextInt(2)), 0));
    }
    Link link = new Link("l", "A", "B", new Power(lot), new Power(lot * (1 + random.nextInt(3))));
    return problem(
        List.of("A", "B"), orders, List.of(link), rules(lot, TiePrice.MIDPOINT), new Price(100));
  }

  private static CurveOrder falling(String id, String zone, long from, long to) {
    return new CurveOrder(
        id,
        zone,
        List.of(
            new CurveCorner(euros(-50), new Power(from)),
            new CurveCorner(euros(100), new Power(to))));
  }
}

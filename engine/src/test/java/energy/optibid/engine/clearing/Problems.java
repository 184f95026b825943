package energy.optibid.engine.clearing;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Writes problems in one line each: prices in 10⁻⁴, quantities in lots of 1 kW. */
final class Problems {
  static final DeliveryBlock BLOCK =
      new DeliveryBlock(Instant.parse("2025-04-01T10:00:00Z"), Duration.ofMinutes(15));

  private final List<String> zones = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<ExternalExchange> exchanges = new ArrayList<>();
  private final List<BorderNode> borders = new ArrayList<>();
  private long floor = -1000;
  private long cap = 1000;
  private long lot = 1;
  private TiePrice tie = TiePrice.MIDPOINT;

  static Problems zones(String... ids) {
    Problems problems = new Problems();
    problems.zones.addAll(List.of(ids));
    return problems;
  }

  /** Steps as price, quantity, price, quantity … */
  Problems order(String id, String zone, Side side, long... steps) {
    List<Step> list = new ArrayList<>();
    for (int i = 0; i < steps.length; i += 2) {
      list.add(new Step(new Price(steps[i]), new Power(steps[i + 1] * lot)));
    }
    orders.add(new Order(id, zone, side, list));
    return this;
  }

  Problems buy(String id, String zone, long... steps) {
    return order(id, zone, Side.BUY, steps);
  }

  Problems sell(String id, String zone, long... steps) {
    return order(id, zone, Side.SELL, steps);
  }

  Problems link(String from, String to, long reverse, long forward) {
    links.add(
        new Link(
            from + ">" + to + "#" + links.size(),
            from,
            to,
            new Power(reverse * lot),
            new Power(forward * lot)));
    return this;
  }

  Problems export(String zone, String to, long lots) {
    exchanges.add(new ExternalExchange(zone, to, new Power(lots * lot)));
    return this;
  }

  Problems border(String id, long price) {
    borders.add(new BorderNode(id, new Price(price)));
    return this;
  }

  Problems limits(long lowest, long highest) {
    floor = lowest;
    cap = highest;
    return this;
  }

  /** Must come before quantities are named. */
  Problems lot(long kilowatts) {
    lot = kilowatts;
    return this;
  }

  Problems tie(TiePrice rule) {
    tie = rule;
    return this;
  }

  ClearingProblem problem() {
    return new ClearingProblem(
        BLOCK,
        zones,
        orders,
        links,
        exchanges,
        borders,
        new ClearingRules(
            Currency.getInstance("EUR"), new Price(floor), new Price(cap), new Power(lot), tie));
  }

  /**
   * Small random problems with many ties: up to four zones, meshed links, borders, exchanges.
   *
   * @param widest the largest quantity and capacity in lots
   */
  static ClearingProblem random(long seed, int mostZones, int mostLinks, int widest) {
    Random random = new Random(seed);
    int zoneCount = 1 + random.nextInt(mostZones);
    Problems problems = new Problems().limits(-3, 6).lot(random.nextBoolean() ? 1 : 100);
    List<String> nodes = new ArrayList<>();
    for (int zone = 0; zone < zoneCount; zone++) {
      problems.zones.add("Z" + zone);
      nodes.add("Z" + zone);
    }
    for (int order = 0; order < zoneCount * 3; order++) {
      long[] steps = new long[2 * (1 + random.nextInt(2))];
      for (int i = 0; i < steps.length; i += 2) {
        steps[i] = -3 + random.nextInt(10);
        steps[i + 1] = random.nextInt(widest + 1);
      }
      problems.order(
          "o" + order,
          "Z" + random.nextInt(zoneCount),
          random.nextBoolean() ? Side.BUY : Side.SELL,
          steps);
    }
    if (random.nextInt(3) == 0) {
      problems.border("B", -2 + random.nextInt(7));
      nodes.add("B");
    }
    int linkCount = nodes.size() < 2 ? 0 : random.nextInt(mostLinks + 1);
    for (int link = 0; link < linkCount; link++) {
      int from = random.nextInt(nodes.size());
      int to = (from + 1 + random.nextInt(nodes.size() - 1)) % nodes.size();
      problems.link(
          nodes.get(from), nodes.get(to), random.nextInt(widest + 1), random.nextInt(widest + 1));
    }
    if (random.nextInt(3) == 0) {
      problems.export("Z" + random.nextInt(zoneCount), "X", random.nextInt(5) - 2);
    }
    return problems.tie(TiePrice.values()[random.nextInt(3)]).problem();
  }
}

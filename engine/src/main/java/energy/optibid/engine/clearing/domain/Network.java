package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A problem in whole lots on numbered nodes: zones by id, then border nodes by id, then the ground
 * from which every merit order injects. Sorting here is what makes the order of the input
 * irrelevant.
 */
final class Network {
  final List<String> nodes = new ArrayList<>();
  final int zoneCount;
  final int ground;
  final List<MeritOrder> meritOrders = new ArrayList<>();
  final long[] export;
  final List<Link> links;
  final int[] from;
  final int[] to;
  final long[] reverse;
  final long[] forward;
  final long[] flow;
  private final Map<String, Integer> numbers = new HashMap<>();

  Network(ClearingProblem problem) {
    this(problem, levels -> {});
  }

  /**
   * @param more adds levels of its own to those of each zone
   */
  Network(ClearingProblem problem, Consumer<List<MeritOrder.Level>> more) {
    long lot = problem.rules().lot().kilowatts();
    problem.zones().stream().sorted().forEach(nodes::add);
    zoneCount = nodes.size();
    List<BorderNode> borders =
        problem.borders().stream().sorted(Comparator.comparing(BorderNode::id)).toList();
    borders.forEach(border -> nodes.add(border.id()));
    ground = nodes.size();
    for (int node = 0; node < ground; node++) {
      numbers.put(nodes.get(node), node);
    }

    List<List<MeritOrder.Level>> offers = new ArrayList<>();
    for (int zone = 0; zone < zoneCount; zone++) {
      offers.add(new ArrayList<>());
    }
    for (Order order : problem.orders()) {
      List<MeritOrder.Level> levels = offers.get(node(order.zone()));
      for (Step step : order.steps()) {
        long key = MeritOrder.key(order.side(), step.price().tenThousandths());
        levels.add(new MeritOrder.Level(key, step.quantity().kilowatts() / lot));
      }
    }
    offers.forEach(more);
    offers.forEach(levels -> meritOrders.add(MeritOrder.ofZone(levels)));
    borders.forEach(b -> meritOrders.add(MeritOrder.ofBorder(b.price().tenThousandths())));

    export = new long[ground];
    for (ExternalExchange exchange : problem.exchanges()) {
      int zone = node(exchange.zone());
      export[zone] = Math.addExact(export[zone], exchange.export().kilowatts() / lot);
    }

    links = problem.links().stream().sorted(Comparator.comparing(Link::id)).toList();
    from = new int[links.size()];
    to = new int[links.size()];
    reverse = new long[links.size()];
    forward = new long[links.size()];
    flow = new long[links.size()];
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      from[i] = node(link.from());
      to[i] = node(link.to());
      reverse[i] = link.reverseCapacity().kilowatts() / lot;
      forward[i] = link.forwardCapacity().kilowatts() / lot;
    }
  }

  /** The number of a zone or border node. */
  int node(String id) {
    Integer node = numbers.get(id);
    if (node == null) {
      throw new IllegalStateException("the problem let an unknown node pass: " + id);
    }
    return node;
  }

  boolean isBorder(int node) {
    return node >= zoneCount;
  }
}

package energy.optibid.engine.clearing.proof;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/** A complete result beside its problem, in the words the checks need. */
final class Claim {
  /** A step that was offered, with what it can still do. */
  record Offer(String orderId, int index, String zone, Side side, StepFill step) {
    long price() {
      return step.price().tenThousandths();
    }

    long accepted() {
      return step.accepted().kilowatts();
    }

    long offered() {
      return step.offered().kilowatts();
    }

    /** One lot more could be injected: sold, or no longer bought. */
    boolean mayInjectMore() {
      return side == Side.SELL ? accepted() < offered() : accepted() > 0;
    }

    boolean mayInjectLess() {
      return side == Side.SELL ? accepted() > 0 : accepted() < offered();
    }
  }

  /** One lot more may travel from one node to another over a link. */
  record Hop(String from, String to) {}

  final ClearingProblem problem;
  final ClearingResult result;
  final long lot;
  final List<Offer> offers = new ArrayList<>();
  final List<Hop> hops = new ArrayList<>();
  private final Map<String, ZoneOutcome> zones = new HashMap<>();
  private final Map<String, Long> borderPrices = new HashMap<>();
  private final Map<String, LinkFlow> flows = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  Claim(ClearingProblem problem, ClearingResult result) {
    this.problem = problem;
    this.result = result;
    this.lot = problem.rules().lot().kilowatts();
    result.zones().forEach(zone -> zones.put(zone.zone(), zone));
    for (BorderNode border : problem.borders()) {
      borderPrices.put(border.id(), border.price().tenThousandths());
    }
    result.flows().forEach(flow -> flows.put(flow.linkId(), flow));
    for (OrderFill fill : result.fills()) {
      for (int i = 0; i < fill.steps().size(); i++) {
        offers.add(new Offer(fill.orderId(), i, fill.zone(), fill.side(), fill.steps().get(i)));
      }
    }
    for (Link link : problem.links()) {
      if (flow(link) < forwardLimit(link)) {
        hops.add(new Hop(link.from(), link.to()));
      }
      if (flow(link) > -reverseLimit(link)) {
        hops.add(new Hop(link.to(), link.from()));
      }
    }
  }

  void broken(Violation.Rule rule, String subject, String explanation) {
    violations.add(new Violation(rule, subject, explanation));
  }

  List<Violation> violations() {
    return violations;
  }

  /** kW from {@code from} to {@code to}. */
  long flow(Link link) {
    return Objects.requireNonNull(flows.get(link.id())).flow().kilowatts();
  }

  long forwardLimit(Link link) {
    return link.forwardCapacity().kilowatts() / lot * lot;
  }

  long reverseLimit(Link link) {
    return link.reverseCapacity().kilowatts() / lot * lot;
  }

  boolean isBorder(String node) {
    return borderPrices.containsKey(node);
  }

  Collection<String> borders() {
    return borderPrices.keySet();
  }

  ZoneOutcome zone(String id) {
    return Objects.requireNonNull(zones.get(id));
  }

  /** A node's price: that of a border node is given, that of a zone is read from its outcome. */
  long price(String node, ToLongFunction<ZoneOutcome> ofZone) {
    Long given = borderPrices.get(node);
    return given != null ? given : ofZone.applyAsLong(zone(node));
  }

  /** Every node one lot from {@code start} can reach, {@code start} included. */
  Set<String> reachableFrom(String start) {
    Set<String> reached = new HashSet<>(List.of(start));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      String node = open.remove();
      for (Hop hop : hops) {
        if (hop.from().equals(node) && reached.add(hop.to())) {
          open.add(hop.to());
        }
      }
    }
    return reached;
  }
}

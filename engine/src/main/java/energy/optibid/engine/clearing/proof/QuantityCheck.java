package energy.optibid.engine.clearing.proof;

import static energy.optibid.engine.clearing.Violation.Rule.BALANCE;
import static energy.optibid.engine.clearing.Violation.Rule.COMPLETE;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_LIMIT;
import static energy.optibid.engine.clearing.Violation.Rule.LOT;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Whether the result speaks of this problem at all, and its quantities are possible ones. */
final class QuantityCheck {
  private QuantityCheck() {}

  /** Differences of what is listed; the other checks need none. */
  static List<Violation> completeness(ClearingProblem problem, ClearingResult result) {
    List<Violation> violations = new ArrayList<>();
    compare(
        violations,
        keyed(problem.zones(), zone -> zone, zone -> zone),
        keyed(result.zones(), ZoneOutcome::zone, ZoneOutcome::zone),
        result.zones().size());
    compare(
        violations,
        keyed(problem.links(), Link::id, link -> List.of(link.from(), link.to())),
        keyed(result.flows(), LinkFlow::linkId, flow -> List.of(flow.from(), flow.to())),
        result.flows().size());
    compare(
        violations,
        keyed(problem.orders(), Order::id, QuantityCheck::offer),
        keyed(result.fills(), OrderFill::orderId, QuantityCheck::offer),
        result.fills().size());
    return violations;
  }

  private static List<Object> offer(Order order) {
    return List.of(order.zone(), order.side(), order.steps());
  }

  private static List<Object> offer(OrderFill fill) {
    List<Step> steps =
        fill.steps().stream().map(step -> new Step(step.price(), step.offered())).toList();
    return List.of(fill.zone(), fill.side(), steps);
  }

  private static <T> Map<String, Object> keyed(
      List<T> items, Function<T, String> id, Function<T, Object> content) {
    Map<String, Object> keyed = new HashMap<>();
    items.forEach(item -> keyed.put(id.apply(item), content.apply(item)));
    return keyed;
  }

  private static void compare(
      List<Violation> violations, Map<String, Object> asked, Map<String, Object> told, int count) {
    asked.forEach(
        (id, content) -> {
          if (!content.equals(told.get(id))) {
            violations.add(
                new Violation(
                    COMPLETE, id, "the problem says " + content + ", the result " + told.get(id)));
          }
        });
    if (count != asked.size()) {
      violations.add(
          new Violation(COMPLETE, "result", count + " entries for " + asked.size() + " asked"));
    }
  }

  static void check(Claim claim) {
    for (OrderFill fill : claim.result.fills()) {
      for (StepFill step : fill.steps()) {
        long accepted = step.accepted().kilowatts();
        if (accepted < 0 || accepted > step.offered().kilowatts() || accepted % claim.lot != 0) {
          claim.broken(
              LOT, fill.orderId(), step.accepted() + " accepted of " + step.offered() + " offered");
        }
      }
    }
    Map<String, Long> leaving = new HashMap<>();
    for (Link link : claim.problem.links()) {
      long flow = claim.flow(link);
      if (flow % claim.lot != 0) {
        claim.broken(LOT, link.id(), "a flow of " + flow + " kW is not a multiple of the lot");
      }
      if (flow > claim.forwardLimit(link) || flow < -claim.reverseLimit(link)) {
        claim.broken(
            FLOW_LIMIT,
            link.id(),
            String.format(
                "a flow of %d kW outside −%d to %d",
                flow, claim.reverseLimit(link), claim.forwardLimit(link)));
      }
      leaving.merge(link.from(), flow, Long::sum);
      leaving.merge(link.to(), -flow, Long::sum);
    }
    for (ExternalExchange exchange : claim.problem.exchanges()) {
      leaving.merge(exchange.zone(), exchange.export().kilowatts(), Long::sum);
    }
    Map<String, Long> injected = new HashMap<>();
    for (Claim.Offer offer : claim.offers) {
      injected.merge(
          offer.zone(),
          offer.side() == Side.SELL ? offer.accepted() : -offer.accepted(),
          Long::sum);
    }
    for (String zone : claim.problem.zones()) {
      long in = injected.getOrDefault(zone, 0L);
      long out = leaving.getOrDefault(zone, 0L);
      if (in != out) {
        claim.broken(BALANCE, zone, "injects " + in + " kW but " + out + " kW leave");
      }
    }
  }
}

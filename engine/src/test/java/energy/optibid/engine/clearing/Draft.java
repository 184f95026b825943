package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A result whose figures can be changed one at a time; everything it says of itself stays. */
final class Draft {
  /** One step of one order. */
  record At(OrderFill fill, int step) {
    StepFill of() {
      return fill.steps().get(step);
    }
  }

  final ClearingProblem problem;
  final ClearingResult result;
  final long lot;
  private final Map<At, Long> accepted = new HashMap<>();
  private final Map<String, Long> flows = new HashMap<>();
  private final Map<String, ZoneOutcome> zones = new HashMap<>();

  Draft(ClearingProblem problem, ClearingResult result) {
    this.problem = problem;
    this.result = result;
    this.lot = problem.rules().lot().kilowatts();
  }

  List<At> steps(Predicate<At> wanted) {
    List<At> steps = new ArrayList<>();
    for (OrderFill fill : result.fills()) {
      for (int i = 0; i < fill.steps().size(); i++) {
        At at = new At(fill, i);
        if (wanted.test(at)) {
          steps.add(at);
        }
      }
    }
    return steps;
  }

  static boolean accepted(At at) {
    return !at.of().accepted().isZero();
  }

  static boolean hasRoom(At at) {
    return at.of().accepted().compareTo(at.of().offered()) < 0;
  }

  /** Whether so many lots more (or fewer) stay between zero and the offer. */
  boolean takes(At at, int lots) {
    long changed = at.of().accepted().kilowatts() + lots * lot;
    return changed >= 0 && changed <= at.of().offered().kilowatts();
  }

  void accept(At at, long kilowatts) {
    accepted.merge(at, kilowatts, Long::sum);
  }

  void flow(String link, long kilowatts) {
    flows.merge(link, kilowatts, Long::sum);
  }

  void zone(ZoneOutcome outcome, long low, long price, long high) {
    zones.put(
        outcome.zone(),
        new ZoneOutcome(
            outcome.zone(),
            new Price(price),
            new Price(low),
            new Price(high),
            outcome.marginal(),
            outcome.demand(),
            outcome.supply(),
            outcome.netPosition()));
  }

  ClearingResult written() {
    List<OrderFill> fills = new ArrayList<>();
    for (OrderFill fill : result.fills()) {
      List<StepFill> steps = new ArrayList<>();
      for (int i = 0; i < fill.steps().size(); i++) {
        StepFill step = fill.steps().get(i);
        steps.add(
            new StepFill(
                step.price(),
                step.offered(),
                step.accepted().plus(new Power(accepted.getOrDefault(new At(fill, i), 0L))),
                step.reason()));
      }
      fills.add(new OrderFill(fill.orderId(), fill.zone(), fill.side(), steps));
    }
    return new ClearingResult(
        result.zones().stream().map(zone -> zones.getOrDefault(zone.zone(), zone)).toList(),
        result.flows().stream()
            .map(
                flow ->
                    new LinkFlow(
                        flow.linkId(),
                        flow.from(),
                        flow.to(),
                        flow.flow().plus(new Power(flows.getOrDefault(flow.linkId(), 0L))),
                        flow.binding(),
                        flow.shadowPrice()))
            .toList(),
        fills,
        result.welfare());
  }
}

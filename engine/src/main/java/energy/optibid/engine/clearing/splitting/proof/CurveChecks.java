package energy.optibid.engine.clearing.splitting.proof;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every rule a split market must keep. Quantities are lots, prices ticks, so a curve may be off by
 * less than a lot from what it says within a tick of the price; everything else is exact.
 */
public final class CurveChecks {
  private final CurveProblem problem;
  private final ClearingResult split;
  private final long lot;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, ZoneOutcome> zones = new HashMap<>();
  private final Map<String, OrderFill> fills = new HashMap<>();
  private final Map<String, LinkFlow> flows = new HashMap<>();

  private CurveChecks(CurveProblem problem, ClearingResult split) {
    this.problem = problem;
    this.split = split;
    this.lot = problem.rules().lot().kilowatts();
    split.zones().forEach(zone -> zones.put(zone.zone(), zone));
    split.fills().forEach(fill -> fills.put(fill.orderId(), fill));
    split.flows().forEach(flow -> flows.put(flow.linkId(), flow));
  }

  /** Every broken rule; where something is missing only that is said. */
  public static List<Violation> violations(CurveProblem problem, CurveResult result) {
    CurveChecks checks = new CurveChecks(problem, result.split());
    if (checks.hold()) {
      new UnconstrainedCheck(problem, result).violation().ifPresent(checks.violations::add);
    }
    return List.copyOf(checks.violations);
  }

  /** As {@link #violations}, of the split market alone. */
  public static List<Violation> supporting(CurveProblem problem, ClearingResult split) {
    CurveChecks checks = new CurveChecks(problem, split);
    checks.hold();
    return List.copyOf(checks.violations);
  }

  /** Whether the result lists what was asked, so that the rest could be looked at. */
  private boolean hold() {
    complete();
    if (!violations.isEmpty()) {
      return false;
    }
    problem.orders().forEach(this::fill);
    problem.links().forEach(this::flow);
    problem.zones().forEach(this::zone);
    limits();
    new WelfareCheck(problem, split.welfare(), fills).violation().ifPresent(violations::add);
    return true;
  }

  private void complete() {
    require(
        zones.keySet().equals(Map.copyOf(named(problem.zones())).keySet())
            && zones.size() == split.zones().size(),
        Rule.COMPLETE,
        "zones",
        "the result lists %s, not %s",
        zones.keySet(),
        problem.zones());
    List<String> orders = problem.orders().stream().map(CurveOrder::id).toList();
    require(
        fills.keySet().equals(named(orders).keySet()) && fills.size() == split.fills().size(),
        Rule.COMPLETE,
        "curves",
        "the result lists other curves than the problem");
    List<String> links = problem.links().stream().map(Link::id).toList();
    require(
        flows.keySet().equals(named(links).keySet()) && flows.size() == split.flows().size(),
        Rule.COMPLETE,
        "links",
        "the result lists other links than the problem");
  }

  private static Map<String, Boolean> named(List<String> names) {
    Map<String, Boolean> named = new HashMap<>();
    names.forEach(name -> named.put(name, true));
    return named;
  }

  private void fill(CurveOrder order) {
    OrderFill fill = fillOf(order.id());
    ZoneOutcome zone = zones.get(order.zone());
    CurveReading curve = new CurveReading(order);
    if (zone == null || !fill.zone().equals(order.zone())) {
      require(false, Rule.COMPLETE, order.id(), "stands in %s", fill.zone());
      return;
    }
    long accepted = 0;
    long offered = 0;
    for (StepFill step : fill.steps()) {
      long here = step.accepted().kilowatts();
      accepted += here;
      offered += step.offered().kilowatts();
      require(
          here >= 0 && here <= step.offered().kilowatts() && here % lot == 0,
          Rule.LOT,
          order.id(),
          "%s of %s",
          step.accepted(),
          step.offered());
      require(
          reasonFits(step),
          Rule.STATEMENT,
          order.id(),
          "%s with %s",
          step.reason(),
          step.accepted());
    }
    double wanted =
        fill.side() == Side.BUY ? curve.kilowattsAtLowest() : -curve.kilowattsAtHighest();
    require(
        offered == Math.max(wanted, 0),
        Rule.STATEMENT,
        order.id(),
        "offers %s kW, not %s",
        wanted,
        offered);
    price(order, curve, zone, fill.side() == Side.BUY ? accepted : -accepted);
    curtailed(order, curve, zone, fill, accepted);
  }

  /** Who wants more than it gets at the limit is called cut, by what it wants there. */
  private void curtailed(
      CurveOrder order, CurveReading curve, ZoneOutcome zone, OrderFill fill, long accepted) {
    boolean buys = fill.side() == Side.BUY;
    Price limit = buys ? problem.rules().cap() : problem.rules().floor();
    long at = limit.tenThousandths();
    double least = buys ? curve.least(at) : -curve.most(at);
    double most = buys ? curve.most(at) : -curve.least(at);
    boolean atLimit = zone.price().equals(limit);
    boolean called = false;
    for (StepFill step : fill.steps()) {
      if (step.reason() == FillReason.CURTAILED_AT_LIMIT) {
        called = true;
        double offered = step.offered().kilowatts();
        require(
            atLimit && offered >= least && offered <= most,
            Rule.STATEMENT,
            order.id(),
            "cut from %s at %s",
            step.offered(),
            zone.price());
      }
    }
    require(
        called || !atLimit || accepted >= least,
        Rule.STATEMENT,
        order.id(),
        "gets less than %.0f kW at the limit and is not called cut",
        least);
  }

  private static boolean reasonFits(StepFill step) {
    long accepted = step.accepted().kilowatts();
    long offered = step.offered().kilowatts();
    return switch (step.reason()) {
      case IN_THE_MONEY -> accepted == offered;
      case OUT_OF_THE_MONEY -> accepted == 0;
      case AT_THE_MONEY -> true;
      case CURTAILED_AT_LIMIT -> accepted < offered;
    };
  }

  /** Nobody gets more or less than the curve says, but at the limits, where there is no more. */
  private void price(CurveOrder order, CurveReading curve, ZoneOutcome zone, long net) {
    long price = zone.price().tenThousandths();
    long tick = problem.tick().tenThousandths();
    double most = curve.most(price - tick);
    double least = curve.least(price + tick);
    if (zone.price().equals(problem.rules().cap())) {
      least = Math.min(least, 0);
    }
    if (zone.price().equals(problem.rules().floor())) {
      most = Math.max(most, 0);
    }
    require(
        net < most + lot && net > least - lot,
        Rule.FILL_PRICE,
        order.id(),
        "gets %d kW; at %s its curve says %.1f to %.1f",
        net,
        zone.price(),
        least,
        most);
  }

  private void flow(Link link) {
    LinkFlow flow = flowOf(link.id());
    long lots = flow.flow().kilowatts() / lot;
    long forward = link.forwardCapacity().kilowatts() / lot;
    long reverse = link.reverseCapacity().kilowatts() / lot;
    require(
        flow.flow().kilowatts() % lot == 0, Rule.LOT, link.id(), "%s is no whole lot", flow.flow());
    require(
        lots <= forward && lots >= -reverse,
        Rule.FLOW_LIMIT,
        link.id(),
        "%s is outside the limits",
        flow.flow());
    boolean binding = lots == forward || lots == -reverse;
    require(flow.binding() == binding, Rule.STATEMENT, link.id(), "binding: %s", flow.binding());
    require(
        flow.from().equals(link.from()) && flow.to().equals(link.to()),
        Rule.STATEMENT,
        link.id(),
        "runs from %s to %s",
        flow.from(),
        flow.to());
    long rise = priceOf(link.to()) - priceOf(link.from());
    require(
        flow.shadowPrice().tenThousandths() == rise,
        Rule.STATEMENT,
        link.id(),
        "shadow price %s",
        flow.shadowPrice());
    require(
        rise == 0 || (rise > 0 ? lots == forward : lots == -reverse),
        Rule.FLOW_PRICE,
        link.id(),
        "prices differ by %d and %s flows",
        rise,
        flow.flow());
  }

  private void zone(String id) {
    ZoneOutcome zone = zoneOf(id);
    long demand = 0;
    long supply = 0;
    for (CurveOrder order : problem.orders()) {
      if (order.zone().equals(id)) {
        OrderFill fill = fillOf(order.id());
        demand += fill.side() == Side.BUY ? fill.accepted().kilowatts() : 0;
        supply += fill.side() == Side.SELL ? fill.accepted().kilowatts() : 0;
      }
    }
    require(
        zone.demand().kilowatts() == demand
            && zone.supply().kilowatts() == supply
            && zone.netPosition().kilowatts() == supply - demand,
        Rule.STATEMENT,
        id,
        "its sums are not those of its curves");
    long out = 0;
    for (Link link : problem.links()) {
      long flow = flowOf(link.id()).flow().kilowatts();
      out += link.from().equals(id) ? flow : link.to().equals(id) ? -flow : 0;
    }
    require(
        supply - demand == out,
        Rule.BALANCE,
        id,
        "sells %d kW, buys %d kW, sends %d kW",
        supply,
        demand,
        out);
    long price = zone.price().tenThousandths();
    require(
        price % problem.tick().tenThousandths() == 0
            && zone.price().compareTo(problem.rules().floor()) >= 0
            && zone.price().compareTo(problem.rules().cap()) <= 0
            && zone.low().tenThousandths() <= price
            && zone.high().tenThousandths() >= price,
        Rule.PRICE_INTERVAL,
        id,
        "%s in %s to %s",
        zone.price(),
        zone.low(),
        zone.high());
  }

  /** At a limit what is cut is cut in the same proportion in every zone of that price. */
  private void limits() {
    for (Side side : Side.values()) {
      double least = 1;
      double most = 0;
      for (CurveOrder order : problem.orders()) {
        OrderFill fill = fillOf(order.id());
        if (fill.side() != side) {
          continue;
        }
        for (StepFill step : fill.steps()) {
          if (step.reason() == FillReason.CURTAILED_AT_LIMIT && connectedToAll(fill.zone())) {
            double offered = step.offered().kilowatts();
            double share = step.accepted().kilowatts() / offered;
            least = Math.min(least, share + lot / offered);
            most = Math.max(most, share - lot / offered);
          }
        }
      }
      if (most > least) {
        add(Rule.PRO_RATA, side.name(), "cut to %.4f here and %.4f there".formatted(least, most));
      }
    }
  }

  /** Only where no link is full is the proportion the same everywhere for certain. */
  private boolean connectedToAll(String zone) {
    return problem.links().stream().noneMatch(link -> flowOf(link.id()).binding())
        && zones.containsKey(zone)
        && problem.zones().size() <= problem.links().size() + 1;
  }

  private long priceOf(String zone) {
    return zoneOf(zone).price().tenThousandths();
  }

  private ZoneOutcome zoneOf(String id) {
    return present(zones.get(id));
  }

  private OrderFill fillOf(String id) {
    return present(fills.get(id));
  }

  private LinkFlow flowOf(String id) {
    return present(flows.get(id));
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("completeness was checked before");
    }
    return value;
  }

  private void require(boolean kept, Rule rule, String subject, String template, Object... values) {
    if (!kept) {
      add(rule, subject, template.formatted(values));
    }
  }

  private void add(Rule rule, String subject, String explanation) {
    violations.add(new Violation(rule, subject, explanation));
  }
}

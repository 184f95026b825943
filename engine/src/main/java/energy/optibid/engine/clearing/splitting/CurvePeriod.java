package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A period in which interpolated curves, step orders and fixed exchanges meet: all of it as curves,
 * a step being vertical and an exchange a curve of one corner, and the answer in the words of the
 * orders again.
 */
public final class CurvePeriod {
  /** Curves of fixed exchanges are named by it and their zone; no order id has a line end. */
  private static final String EXCHANGE = "exchange\n";

  private final CurveProblem problem;
  private final List<Order> steps;

  /** What leaves each zone whatever the price. */
  private final Map<String, Power> exports = new TreeMap<>();

  public CurvePeriod(
      DeliveryBlock block,
      List<String> zones,
      List<Order> steps,
      List<CurveOrder> curves,
      List<Link> links,
      List<ExternalExchange> exchanges,
      ClearingRules rules,
      Price tick) {
    this.steps = List.copyOf(steps);
    List<CurveOrder> all = new ArrayList<>(curves);
    steps.forEach(order -> all.add(vertical(order, rules)));
    for (ExternalExchange exchange : exchanges) {
      exports.merge(exchange.zone(), exchange.export(), Power::plus);
    }
    exports.forEach((zone, export) -> all.add(constant(zone, export, rules)));
    this.problem = new CurveProblem(block, zones, all, links, rules, tick);
  }

  /** All of it as curves. */
  public CurveProblem problem() {
    return problem;
  }

  private static CurveOrder constant(String zone, Power export, ClearingRules rules) {
    return new CurveOrder(EXCHANGE + zone, zone, List.of(new CurveCorner(rules.floor(), export)));
  }

  private static CurveOrder vertical(Order order, ClearingRules rules) {
    boolean buys = order.side() == Side.BUY;
    NavigableMap<Price, Long> levels = new TreeMap<>();
    for (Step step : order.steps()) {
      levels.merge(step.price(), step.quantity().kilowatts(), Long::sum);
    }
    long quantity = buys ? levels.values().stream().mapToLong(Long::longValue).sum() : 0;
    List<CurveCorner> corners = new ArrayList<>();
    for (Map.Entry<Price, Long> level : levels.entrySet()) {
      corners.add(new CurveCorner(level.getKey(), new Power(quantity)));
      quantity -= level.getValue();
      corners.add(new CurveCorner(level.getKey(), new Power(quantity)));
    }
    if (corners.isEmpty()) {
      corners.add(new CurveCorner(rules.floor(), Power.ZERO));
    }
    return new CurveOrder(order.id(), order.zone(), corners);
  }

  /**
   * Clears the period at given prices, which must support it.
   *
   * @param prices in 10⁻⁴ per MWh, one for each zone by id
   */
  public ClearingResult clear(long[] prices) {
    ClearingResult cleared = SplitMarket.clear(problem).split();
    Map<String, Long> chosen = new HashMap<>();
    List<String> zones = problem.zones().stream().sorted().toList();
    for (int zone = 0; zone < prices.length; zone++) {
      chosen.put(zones.get(zone), prices[zone]);
    }
    List<OrderFill> fills = new ArrayList<>();
    Map<String, Order> orders = new HashMap<>();
    steps.forEach(order -> orders.put(order.id(), order));
    for (OrderFill fill : cleared.fills()) {
      Order order = orders.get(fill.orderId());
      if (fill.orderId().startsWith(EXCHANGE)) {
        continue;
      }
      if (order == null) {
        fills.add(fill);
      } else {
        fills.add(stepFills(order, fill, chosen.getOrDefault(order.zone(), 0L)));
      }
    }
    fills.sort(Comparator.comparing(OrderFill::orderId));
    return new ClearingResult(
        cleared.zones().stream().map(zone -> outcome(zone, chosen, fills)).toList(),
        cleared.flows().stream().map(flow -> priced(flow, chosen)).toList(),
        fills,
        cleared.welfare().plus(valueOfExchanges().negated()));
  }

  /** What the curves of exchanges added to welfare: their quantity at the price of their corner. */
  private Money valueOfExchanges() {
    ClearingRules rules = problem.rules();
    Money value = Money.zero(rules.currency());
    for (Power export : exports.values()) {
      value =
          value.plus(
              Money.of(rules.floor(), export.during(problem.block().duration()), rules.currency()));
    }
    return value;
  }

  private static ZoneOutcome outcome(
      ZoneOutcome zone, Map<String, Long> chosen, List<OrderFill> fills) {
    long demand = 0;
    long supply = 0;
    for (OrderFill fill : fills) {
      if (fill.zone().equals(zone.zone())) {
        demand += fill.side() == Side.BUY ? fill.accepted().kilowatts() : 0;
        supply += fill.side() == Side.SELL ? fill.accepted().kilowatts() : 0;
      }
    }
    Price price = new Price(chosen.getOrDefault(zone.zone(), zone.price().tenThousandths()));
    return new ZoneOutcome(
        zone.zone(),
        price,
        price.compareTo(zone.low()) < 0 ? price : zone.low(),
        price.compareTo(zone.high()) > 0 ? price : zone.high(),
        zone.marginal().stream().filter(m -> !m.orderId().startsWith(EXCHANGE)).toList(),
        new Power(demand),
        new Power(supply),
        new Power(supply - demand));
  }

  private static LinkFlow priced(LinkFlow flow, Map<String, Long> chosen) {
    long difference = chosen.getOrDefault(flow.to(), 0L) - chosen.getOrDefault(flow.from(), 0L);
    return new LinkFlow(
        flow.linkId(), flow.from(), flow.to(), flow.flow(), flow.binding(), new Price(difference));
  }

  /** What a step order got, best steps first. */
  private static OrderFill stepFills(Order order, OrderFill fill, long price) {
    boolean buys = order.side() == Side.BUY;
    Comparator<Integer> merit = Comparator.comparing((Integer i) -> order.steps().get(i).price());
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < order.steps().size(); i++) {
      best.add(i);
    }
    best.sort((buys ? merit.reversed() : merit).thenComparing(i -> i));
    StepFill[] fills = new StepFill[best.size()];
    long left = fill.accepted().kilowatts();
    for (int i : best) {
      Step step = order.steps().get(i);
      long taken = Math.min(left, step.quantity().kilowatts());
      left -= taken;
      int better = (buys ? 1 : -1) * Long.compare(step.price().tenThousandths(), price);
      FillReason reason =
          better > 0
              ? FillReason.IN_THE_MONEY
              : better < 0 ? FillReason.OUT_OF_THE_MONEY : FillReason.AT_THE_MONEY;
      fills[i] = new StepFill(step.price(), step.quantity(), new Power(taken), reason);
    }
    return new OrderFill(order.id(), order.zone(), order.side(), List.of(fills));
  }
}

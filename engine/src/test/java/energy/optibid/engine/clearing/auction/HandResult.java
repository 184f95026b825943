package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes the result of an auction of step orders without blocks by hand: prices in 10⁻⁴, quantities
 * in units of the book. What follows from them (sums, reasons, welfare, incomes) is worked out.
 */
final class HandResult {
  private final AuctionProblem problem;
  private final long unit;
  private final Map<String, Long> prices = new HashMap<>();
  private final Map<String, long[]> accepted = new HashMap<>();
  private final Map<String, Long> flows = new HashMap<>();
  private final Set<String> left = new HashSet<>();

  HandResult(AuctionProblem problem, long unit) {
    this.problem = problem;
    this.unit = unit;
  }

  HandResult price(int hour, String zone, long tenThousandths) {
    prices.put(zone + hour, tenThousandths);
    return this;
  }

  /** What each step of an order gets. */
  HandResult fill(int hour, String order, long... units) {
    accepted.put(order + hour, units);
    return this;
  }

  HandResult flow(int hour, String link, long units) {
    flows.put(link + hour, units);
    return this;
  }

  HandResult leaves(String complex) {
    left.add(complex);
    return this;
  }

  AuctionResult result() {
    List<ClearingResult> periods = new ArrayList<>();
    Money welfare = Money.zero(Book.EUR);
    for (int hour = 1; hour <= problem.periods().size(); hour++) {
      ClearingResult period = period(hour);
      periods.add(period);
      welfare = welfare.plus(period.welfare());
    }
    return new AuctionResult(
        periods,
        List.of(),
        problem.complexes().stream().map(complex -> outcome(complex, periods)).toList(),
        welfare,
        new Search(Search.End.OPTIMAL, 1, Money.zero(Book.EUR)));
  }

  private ClearingResult period(int hour) {
    AuctionPeriod period = problem.periods().get(hour - 1);
    List<OrderFill> fills = new ArrayList<>();
    for (Order order : period.orders()) {
      fills.add(fill(hour, order.id(), order.zone(), order.side(), order.steps()));
    }
    for (ComplexOrder complex : problem.complexes()) {
      List<Step> steps = complex.steps().getOrDefault(hour, List.of());
      if (left.contains(complex.id())) {
        steps = hour <= complex.scheduledStop() ? steps.subList(0, 1) : List.of();
      }
      if (!steps.isEmpty()) {
        fills.add(fill(hour, complex.id(), complex.zone(), Side.SELL, steps));
      }
    }
    BigDecimal welfare = BigDecimal.ZERO;
    for (OrderFill fill : fills) {
      for (StepFill step : fill.steps()) {
        BigDecimal value = step.price().toBigDecimal().multiply(step.accepted().toMegawatts());
        welfare = fill.side() == Side.BUY ? welfare.add(value) : welfare.subtract(value);
      }
    }
    List<LinkFlow> linkFlows = new ArrayList<>();
    for (Link link : period.links()) {
      Power flow = new Power(flows.getOrDefault(link.id() + hour, 0L) * unit);
      linkFlows.add(
          new LinkFlow(
              link.id(),
              link.from(),
              link.to(),
              flow,
              flow.equals(link.forwardCapacity()) || flow.negated().equals(link.reverseCapacity()),
              new Price(node(link.to(), hour) - node(link.from(), hour))));
      for (var border : period.borders()) {
        if (link.from().equals(border.id())) {
          welfare = welfare.subtract(border.price().toBigDecimal().multiply(flow.toMegawatts()));
        }
      }
    }
    return new ClearingResult(
        problem.zones().stream().map(zone -> zone(zone, hour, fills)).toList(),
        linkFlows,
        fills,
        new Money(welfare, Book.EUR));
  }

  private long node(String node, int hour) {
    return problem.periods().get(hour - 1).borders().stream()
        .filter(border -> border.id().equals(node))
        .findFirst()
        .map(border -> border.price().tenThousandths())
        .orElseGet(() -> price(node, hour));
  }

  private long price(String zone, int hour) {
    return Objects.requireNonNull(prices.get(zone + hour), zone + hour);
  }

  private OrderFill fill(int hour, String id, String zone, Side side, List<Step> steps) {
    long[] units = accepted.getOrDefault(id + hour, new long[steps.size()]);
    List<StepFill> fills = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      int above = Long.compare(step.price().tenThousandths(), price(zone, hour));
      FillReason reason =
          above == 0
              ? FillReason.AT_THE_MONEY
              : above > 0 == (side == Side.BUY)
                  ? FillReason.IN_THE_MONEY
                  : FillReason.OUT_OF_THE_MONEY;
      fills.add(new StepFill(step.price(), step.quantity(), new Power(units[i] * unit), reason));
    }
    return new OrderFill(id, zone, side, fills);
  }

  private ZoneOutcome zone(String zone, int hour, List<OrderFill> fills) {
    long demand = 0;
    long supply = 0;
    for (OrderFill fill : fills) {
      if (fill.zone().equals(zone)) {
        demand += fill.side() == Side.BUY ? fill.accepted().kilowatts() : 0;
        supply += fill.side() == Side.SELL ? fill.accepted().kilowatts() : 0;
      }
    }
    Price price = new Price(price(zone, hour));
    return new ZoneOutcome(
        zone,
        price,
        price,
        price,
        List.of(),
        new Power(demand),
        new Power(supply),
        new Power(supply - demand));
  }

  private ComplexOutcome outcome(ComplexOrder complex, List<ClearingResult> periods) {
    boolean active = !left.contains(complex.id());
    BigDecimal income = BigDecimal.ZERO;
    BigDecimal required = complex.income().map(i -> i.fixed().amount()).orElse(BigDecimal.ZERO);
    for (int hour = 1; active && hour <= periods.size(); hour++) {
      for (OrderFill fill : periods.get(hour - 1).fills()) {
        for (StepFill step : fill.steps()) {
          if (fill.orderId().equals(complex.id())) {
            BigDecimal energy = step.accepted().toMegawatts();
            income =
                income.add(new Price(price(complex.zone(), hour)).toBigDecimal().multiply(energy));
            if (complex.income().isPresent()) {
              Price variable = complex.income().get().variable().orElse(step.price());
              required = required.add(variable.toBigDecimal().multiply(energy));
            }
          }
        }
      }
    }
    return new ComplexOutcome(
        complex.id(), active, new Money(income, Book.EUR), new Money(required, Book.EUR));
  }
}

package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the result of decisions, cleared hours and prices, in the words of the rules. */
final class WrittenAnswer {
  private final Decisions decisions;
  private final AuctionProblem problem;
  private final List<ClearingResult> hours;
  private final Map<NoLossPrices.At, Long> prices;

  WrittenAnswer(
      Decisions decisions, List<ClearingResult> hours, Map<NoLossPrices.At, Long> prices) {
    this.decisions = decisions;
    this.problem = decisions.problem();
    this.hours = hours;
    this.prices = prices;
  }

  AuctionResult written() {
    List<ClearingResult> priced = new ArrayList<>();
    for (int hour = 1; hour <= hours.size(); hour++) {
      priced.add(priced(hour));
    }
    return new AuctionResult(
        priced,
        problem.blocks().stream()
            .sorted(Comparator.comparing(BlockOrder::id))
            .map(this::block)
            .toList(),
        problem.complexes().stream()
            .sorted(Comparator.comparing(ComplexOrder::id))
            .map(this::complex)
            .toList(),
        welfare(decisions, hours),
        new Search(Search.End.OPTIMAL, 1, Money.zero(Book.EUR)));
  }

  static Money welfare(Decisions decisions, List<ClearingResult> hours) {
    Money sum = Money.zero(Book.EUR);
    for (ClearingResult hour : hours) {
      sum = sum.plus(hour.welfare());
    }
    for (BlockOrder block : decisions.problem().blocks()) {
      for (int hour : block.quantities().keySet()) {
        Energy energy =
            decisions
                .accepted(block, hour)
                .during(decisions.problem().periods().get(hour - 1).block().duration());
        Money value = Money.of(block.price(), energy, Book.EUR);
        sum = sum.plus(block.side() == Side.BUY ? value : value.negated());
      }
    }
    return sum;
  }

  private Price price(String zone, int hour) {
    return new Price(prices.getOrDefault(new NoLossPrices.At(zone, hour), 0L));
  }

  private ClearingResult priced(int hour) {
    ClearingResult result = hours.get(hour - 1);
    return new ClearingResult(
        result.zones().stream()
            .map(
                zone ->
                    new ZoneOutcome(
                        zone.zone(),
                        price(zone.zone(), hour),
                        zone.low(),
                        zone.high(),
                        zone.marginal(),
                        zone.demand(),
                        zone.supply(),
                        zone.netPosition()))
            .toList(),
        result.flows().stream()
            .map(
                flow ->
                    new LinkFlow(
                        flow.linkId(),
                        flow.from(),
                        flow.to(),
                        flow.flow(),
                        flow.binding(),
                        new Price(
                            node(flow.to(), hour).tenThousandths()
                                - node(flow.from(), hour).tenThousandths())))
            .toList(),
        result.fills().stream().map(fill -> reasoned(fill, hour)).toList(),
        result.welfare());
  }

  private Price node(String node, int hour) {
    return problem.periods().get(hour - 1).borders().stream()
        .filter(border -> border.id().equals(node))
        .findFirst()
        .map(border -> border.price())
        .orElseGet(() -> price(node, hour));
  }

  private OrderFill reasoned(OrderFill fill, int hour) {
    Price price = price(fill.zone(), hour);
    Price limit = fill.side() == Side.BUY ? problem.rules().cap() : problem.rules().floor();
    List<StepFill> steps = new ArrayList<>();
    for (StepFill step : fill.steps()) {
      int above = step.price().compareTo(price);
      FillReason reason;
      if (above == 0) {
        reason =
            price.equals(limit) && !step.accepted().equals(step.offered())
                ? FillReason.CURTAILED_AT_LIMIT
                : FillReason.AT_THE_MONEY;
      } else {
        reason =
            above > 0 == (fill.side() == Side.BUY)
                ? FillReason.IN_THE_MONEY
                : FillReason.OUT_OF_THE_MONEY;
      }
      steps.add(new StepFill(step.price(), step.offered(), step.accepted(), reason));
    }
    return new OrderFill(fill.orderId(), fill.zone(), fill.side(), steps);
  }

  private BlockOutcome block(BlockOrder block) {
    Ratio ratio = decisions.ratio(block.id());
    SortedMap<Integer, Power> accepted = new TreeMap<>();
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal weight = BigDecimal.ZERO;
    Money surplus = Money.zero(Book.EUR);
    for (Map.Entry<Integer, Power> part : block.quantities().entrySet()) {
      int hour = part.getKey();
      accepted.put(hour, decisions.accepted(block, hour));
      var duration = problem.periods().get(hour - 1).block().duration();
      Price price = price(block.zone(), hour);
      long better =
          (price.tenThousandths() - block.price().tenThousandths())
              * (block.side() == Side.SELL ? 1 : -1);
      Power counted = ratio.isZero() ? part.getValue() : accepted.getOrDefault(hour, Power.ZERO);
      surplus = surplus.plus(Money.of(new Price(better), counted.during(duration), Book.EUR));
      BigDecimal energy = BigDecimal.valueOf(part.getValue().during(duration).kilowattSeconds());
      paid = paid.add(energy.multiply(BigDecimal.valueOf(price.tenThousandths())));
      weight = weight.add(energy);
    }
    long average = paid.divide(weight, 0, RoundingMode.HALF_EVEN).longValueExact();
    long distance = average - block.price().tenThousandths();
    return new BlockOutcome(
        block.id(),
        decision(block, surplus),
        ratio,
        accepted,
        surplus,
        new Price(average),
        new Price(block.side() == Side.SELL ? distance : -distance));
  }

  private BlockDecision decision(BlockOrder block, Money surplus) {
    if (!decisions.ratio(block.id()).isZero()) {
      return BlockDecision.ACCEPTED;
    }
    if (block.parent().isPresent() && decisions.ratio(block.parent().get()).isZero()) {
      return BlockDecision.PARENT_REJECTED;
    }
    long taken =
        problem.blocks().stream()
            .filter(other -> other.exclusiveGroup().isPresent())
            .filter(other -> other.exclusiveGroup().equals(block.exclusiveGroup()))
            .mapToLong(other -> decisions.ratio(other.id()).millionths())
            .sum();
    if (taken + block.minimumAcceptance().millionths() > Ratio.ONE.millionths()) {
      return BlockDecision.GROUP_USED_UP;
    }
    return surplus.amount().signum() > 0
        ? BlockDecision.PARADOXICALLY_REJECTED
        : BlockDecision.OUT_OF_THE_MONEY;
  }

  private ComplexOutcome complex(ComplexOrder complex) {
    Money income = Money.zero(Book.EUR);
    Money required =
        complex.income().map(ComplexOrder.MinimumIncome::fixed).orElse(Money.zero(Book.EUR));
    if (!decisions.active().contains(complex.id())) {
      return new ComplexOutcome(complex.id(), false, income, required);
    }
    for (int hour = 1; hour <= hours.size(); hour++) {
      var duration = problem.periods().get(hour - 1).block().duration();
      for (OrderFill fill : hours.get(hour - 1).fills()) {
        if (!fill.orderId().equals(complex.id())) {
          continue;
        }
        income =
            income.plus(
                Money.of(price(complex.zone(), hour), fill.accepted().during(duration), Book.EUR));
        for (StepFill step : fill.steps()) {
          if (complex.income().isPresent()) {
            Price variable = complex.income().get().variable().orElse(step.price());
            required =
                required.plus(Money.of(variable, step.accepted().during(duration), Book.EUR));
          }
        }
      }
    }
    return new ComplexOutcome(complex.id(), true, income, required);
  }
}

package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.ComplexOrder.MinimumIncome;
import energy.optibid.engine.clearing.auction.ComplexOutcome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Searches an auction and writes the best allocation down with its proof. */
public final class Answer {
  private final Instance instance;
  private final Allocation allocation;
  private final long[][] prices;

  private Answer(Instance instance, Allocation allocation) {
    this.instance = instance;
    // the markets may stand elsewhere by now
    this.allocation = Allocation.of(instance, allocation.decisions);
    long[][] chosen = new PriceFace(instance, this.allocation).choose();
    if (chosen == null) {
      throw new IllegalStateException("the best allocation has lost its prices");
    }
    this.prices = chosen;
  }

  /** The answer to a problem. */
  public static AuctionResult of(AuctionProblem problem, WorkBudget budget, BooleanSupplier stop) {
    Instance instance = new Instance(problem);
    BranchAndBound.Found found = new BranchAndBound(instance, budget.units(), stop).run();
    return new Answer(instance, found.best()).result(found);
  }

  private AuctionResult result(BranchAndBound.Found found) {
    List<ClearingResult> periods = new ArrayList<>();
    Written written = new Written(instance, allocation);
    Money welfare = Money.zero(instance.problem.rules().currency());
    for (int t = 0; t < prices.length; t++) {
      ClearingResult period = written.clear(t, prices[t]);
      periods.add(period);
      welfare = welfare.plus(period.welfare());
    }
    List<BlockOutcome> blocks = new ArrayList<>();
    for (int b = 0; b < instance.blocks.size(); b++) {
      BlockOutcome outcome = outcome(b);
      blocks.add(outcome);
      welfare = welfare.plus(valueOf(b));
    }
    BigDecimal gap = BigDecimal.valueOf(found.gap()).setScale(4, RoundingMode.CEILING);
    return new AuctionResult(
        periods,
        blocks,
        complexes(periods),
        welfare,
        new Search(found.end(), found.work(), new Money(gap, instance.problem.rules().currency())));
  }

  private List<ComplexOutcome> complexes(List<ClearingResult> periods) {
    List<ComplexOutcome> outcomes = new ArrayList<>();
    for (int c = 0; c < instance.complexes.size(); c++) {
      Complex complex = instance.complexes.get(c);
      boolean active = allocation.decisions.active().get(c);
      Money income = Money.zero(instance.problem.rules().currency());
      Money required = complex.order.income().map(MinimumIncome::fixed).orElse(income);
      boolean conditional = complex.order.income().isPresent();
      for (int t = 0; t < periods.size() && active; t++) {
        for (StepFill step : fillsOf(complex, periods.get(t))) {
          Price price = new Price(prices[t][complex.zone]);
          Price variable =
              complex.order.income().flatMap(MinimumIncome::variable).orElse(step.price());
          income = income.plus(instance.money(price, step.accepted(), t));
          if (conditional) {
            required = required.plus(instance.money(variable, step.accepted(), t));
          }
        }
      }
      outcomes.add(new ComplexOutcome(complex.order.id(), active, income, required));
    }
    return outcomes;
  }

  private static List<StepFill> fillsOf(Complex complex, ClearingResult period) {
    return period.fills().stream()
        .filter(fill -> fill.orderId().equals(complex.order.id()))
        .flatMap(fill -> fill.steps().stream())
        .toList();
  }

  private Power power(long lots) {
    return new Power(lots * instance.lot.kilowatts());
  }

  private BlockOutcome outcome(int b) {
    Block block = instance.blocks.get(b);
    boolean rejected = allocation.ratio(b).isZero();
    SortedMap<Integer, Power> accepted = new TreeMap<>();
    Money surplus = Money.zero(instance.problem.rules().currency());
    BigInteger paid = BigInteger.ZERO;
    for (int i = 0; i < block.periods.length; i++) {
      int t = block.periods[i];
      accepted.put(t + 1, power(allocation.lots(b, i)));
      long price = prices[t][block.zone];
      long counted = rejected ? block.lots[i] : allocation.lots(b, i);
      surplus =
          surplus.plus(
              instance.money(new Price(block.sign() * (price - block.price)), power(counted), t));
      paid = paid.add(BigInteger.valueOf(price).multiply(BigInteger.valueOf(block.lots[i])));
    }
    long average =
        new BigDecimal(paid)
            .divide(BigDecimal.valueOf(block.totalLots()), 0, RoundingMode.HALF_EVEN)
            .longValueExact();
    return new BlockOutcome(
        block.order.id(),
        decision(b, surplus),
        allocation.ratio(b),
        accepted,
        surplus,
        new Price(average),
        new Price(block.sign() * (average - block.price)));
  }

  private BlockDecision decision(int b, Money surplus) {
    Block block = instance.blocks.get(b);
    if (!allocation.ratio(b).isZero()) {
      return BlockDecision.ACCEPTED;
    }
    if (block.parent >= 0 && allocation.ratio(block.parent).isZero()) {
      return BlockDecision.PARENT_REJECTED;
    }
    if (instance.groups.stream().anyMatch(group -> group.contains(b) && usedUp(group, b))) {
      return BlockDecision.GROUP_USED_UP;
    }
    return surplus.amount().signum() > 0
        ? BlockDecision.PARADOXICALLY_REJECTED
        : BlockDecision.OUT_OF_THE_MONEY;
  }

  private boolean usedUp(List<Integer> group, int b) {
    long used = group.stream().mapToLong(member -> allocation.ratio(member).millionths()).sum();
    long least = instance.blocks.get(b).order.minimumAcceptance().millionths();
    return used + least > Ratio.ONE.millionths();
  }

  /** What a purchase is worth, or minus what a sale costs, at the limit. */
  private Money valueOf(int b) {
    Block block = instance.blocks.get(b);
    Money value = Money.zero(instance.problem.rules().currency());
    for (int i = 0; i < block.periods.length; i++) {
      value =
          value.plus(
              instance.money(
                  new Price(-block.sign() * block.price),
                  power(allocation.lots(b, i)),
                  block.periods[i]));
    }
    return value;
  }
}

package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.domain.ClearedNetwork;
import energy.optibid.engine.units.DeliveryBlock;
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
    this.allocation = Allocation.of(instance, allocation.ratios());
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
    Money welfare = Money.zero(instance.problem.rules().currency());
    for (int t = 0; t < prices.length; t++) {
      ClearingResult period = ClearedNetwork.clear(hourly(t), prices[t]);
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
        List.of(),
        welfare,
        new Search(found.end(), found.work(), new Money(gap, instance.problem.rules().currency())));
  }

  private ClearingProblem hourly(int t) {
    ClearingProblem alone = instance.hourly.get(t);
    List<ExternalExchange> exchanges = new ArrayList<>(alone.exchanges());
    for (int b = 0; b < instance.blocks.size(); b++) {
      Block block = instance.blocks.get(b);
      for (int i = 0; i < block.periods.length; i++) {
        if (block.periods[i] == t && allocation.lots(b, i) > 0) {
          Power export = power(-block.sign() * allocation.lots(b, i));
          exchanges.add(new ExternalExchange(block.order.zone(), block.order.id(), export));
        }
      }
    }
    return new ClearingProblem(
        alone.block(),
        alone.zones(),
        alone.orders(),
        alone.links(),
        exchanges,
        alone.borders(),
        alone.rules());
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
      if (!rejected) {
        accepted.put(t + 1, power(allocation.lots(b, i)));
      }
      long price = prices[t][block.zone];
      long counted = rejected ? block.lots[i] : allocation.lots(b, i);
      surplus = surplus.plus(money(block.sign() * (price - block.price), power(counted), t));
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
              money(-block.sign() * block.price, power(allocation.lots(b, i)), block.periods[i]));
    }
    return value;
  }

  private Money money(long price, Power power, int t) {
    DeliveryBlock block = instance.hourly.get(t).block();
    return Money.of(
        new Price(price), power.during(block.duration()), instance.problem.rules().currency());
  }
}

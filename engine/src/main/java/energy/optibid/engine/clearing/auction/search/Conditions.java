package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import energy.optibid.engine.clearing.auction.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Who must not lose in an allocation: accepted blocks and complex orders with a minimum income. */
final class Conditions {
  private final Instance instance;
  private final Allocation allocation;
  private final List<Condition> conditions = new ArrayList<>();

  private Conditions(Instance instance, Allocation allocation) {
    this.instance = instance;
    this.allocation = allocation;
  }

  static List<Condition> of(Instance instance, Allocation allocation) {
    Conditions all = new Conditions(instance, allocation);
    for (int b = 0; b < instance.blocks.size(); b++) {
      if (!allocation.ratio(b).isZero()) {
        all.addBlock(b);
      }
    }
    for (int c = 0; c < instance.complexes.size(); c++) {
      ComplexOrder order = instance.complexes.get(c).order;
      // what cannot be cleared has no volumes to count
      if (allocation.feasible()
          && order.income().isPresent()
          && allocation.decisions.active().get(c)) {
        all.addIncome(c, order.income().get());
      }
    }
    return all.conditions;
  }

  /**
   * A block and its accepted descendants together must not lose: a child's surplus may carry its
   * parent. One accepted in part must itself be at the money, where the market says so.
   */
  private void addBlock(int b) {
    Block block = instance.blocks.get(b);
    List<Integer> family = new ArrayList<>(List.of(b));
    for (int i = 0; i < family.size(); i++) {
      for (int child : instance.blocks.get(family.get(i)).children) {
        if (!allocation.ratio(child).isZero()) {
          family.add(child);
        }
      }
    }
    boolean partial =
        instance.problem.partialAtTheMoney() && allocation.ratio(b).compareTo(Ratio.ONE) < 0;
    if (partial) {
      Sum own = new Sum();
      own.add(block, b);
      conditions.add(own.condition(b, block.sells, 1, 0, true));
      // less than one unit of price per MWh above its limit: nearer may no whole price lie
      conditions.add(own.condition(b, !block.sells, -1, Math.max(0, own.total - 1), true));
    }
    if (!partial || family.size() > 1) {
      Sum all = new Sum();
      family.forEach(member -> all.add(instance.blocks.get(member), member));
      conditions.add(all.condition(b, block.sells, 1, 0, false));
    }
  }

  private void addIncome(int c, ComplexOrder.MinimumIncome income) {
    Complex complex = instance.complexes.get(c);
    Sum sum = new Sum();
    for (int t = 0; t < instance.moneyPerLot.length; t++) {
      for (StepFill fill :
          allocation.fillOf(instance, c, t).map(OrderFill::steps).orElse(List.of())) {
        long lots = fill.accepted().kilowatts() / instance.lot.kilowatts();
        long counted = income.variable().orElse(fill.price()).tenThousandths();
        sum.add(t, complex.zone, lots, counted);
      }
    }
    // the fixed term in 10⁻⁴ × lots, rounded up: a hair dearer, never cheaper
    long fixed =
        income
            .fixed()
            .amount()
            .divide(BigDecimal.valueOf(instance.moneyPerLot[0]), 0, RoundingMode.CEILING)
            .longValueExact();
    sum.constant -= fixed;
    conditions.add(sum.condition(instance.blocks.size() + c, true, 1, 0, false));
  }

  /** Σ ±(price − counted)·lots. */
  private final class Sum {
    private final List<long[]> terms = new ArrayList<>();
    private long constant;
    private long total;

    void add(Block block, int b) {
      for (int i = 0; i < block.periods.length; i++) {
        add(block.periods[i], block.zone, block.sign() * allocation.lots(b, i), block.price);
      }
    }

    void add(int period, int zone, long lots, long counted) {
      if (lots != 0) {
        terms.add(new long[] {period, zone, lots});
        constant -= counted * lots;
        total += Math.abs(lots);
      }
    }

    Condition condition(int subject, boolean wantsHigh, int sign, long tolerance, boolean tight) {
      return new Condition(
          subject,
          wantsHigh,
          terms.stream().mapToInt(term -> (int) term[0]).toArray(),
          terms.stream().mapToInt(term -> (int) term[1]).toArray(),
          terms.stream().mapToLong(term -> sign * term[2]).toArray(),
          sign * constant,
          tolerance,
          tight);
    }
  }
}

package energy.optibid.engine.clearing.auction.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A block and its accepted descendants together must not lose: Σ ±(price − limit)·lots ≥ 0.
 *
 * @param block the block it is about
 * @param sells whether it wants high prices
 * @param sign +1, or −1 where the surplus may not be positive either
 * @param slackAllowed tolerance in 10⁻⁴ × lots: what whole prices cannot express
 */
record Condition(
    int block,
    boolean sells,
    int sign,
    long slackAllowed,
    int[] periods,
    int[] zones,
    long[] lots,
    long constant) {

  /** One for each accepted block, and the opposite one for a block that must be at the money. */
  static List<Condition> of(Instance instance, Allocation allocation) {
    List<Condition> conditions = new ArrayList<>();
    for (int b = 0; b < instance.blocks.size(); b++) {
      if (!allocation.ratio(b).isZero()) {
        boolean partial =
            instance.problem.partialAtTheMoney()
                && allocation.ratio(b).millionths() < 1_000_000
                && instance.blocks.get(b).children.isEmpty();
        conditions.add(of(instance, allocation, b, 1, partial));
        if (partial) {
          conditions.add(of(instance, allocation, b, -1, true));
        }
      }
    }
    return conditions;
  }

  private static Condition of(
      Instance instance, Allocation allocation, int block, int sign, boolean partial) {
    List<Integer> family = new ArrayList<>(List.of(block));
    for (int i = 0; i < family.size(); i++) {
      for (int child : instance.blocks.get(family.get(i)).children) {
        if (!allocation.ratio(child).isZero()) {
          family.add(child);
        }
      }
    }
    int count = family.stream().mapToInt(b -> instance.blocks.get(b).periods.length).sum();
    int[] periods = new int[count];
    int[] zones = new int[count];
    long[] lots = new long[count];
    long constant = 0;
    long total = 0;
    int at = 0;
    for (int member : family) {
      Block order = instance.blocks.get(member);
      for (int i = 0; i < order.periods.length; i++) {
        long accepted = allocation.lots(member, i);
        periods[at] = order.periods[i];
        zones[at] = order.zone;
        lots[at++] = sign * order.sign() * accepted;
        constant -= sign * order.sign() * order.price * accepted;
        total += accepted;
      }
    }
    return new Condition(
        block,
        instance.blocks.get(block).sells == (sign > 0),
        sign,
        partial ? total : 0,
        periods,
        zones,
        lots,
        constant);
  }

  /** Surplus plus tolerance in 10⁻⁴ × lots; negative when the condition is broken. */
  long slack(long[][] prices) {
    long sum = constant + slackAllowed;
    for (int i = 0; i < lots.length; i++) {
      sum += prices[periods[i]][zones[i]] * lots[i];
    }
    return sum;
  }

  /** The condition as a row on deviations from tied prices, per lot. */
  void addTo(DualSimplex lp, long[][] tied, int[][] variable, int ticks) {
    double total = 0;
    for (long each : lots) {
      total += Math.abs(each);
    }
    int count = 0;
    int[] columns = new int[2 * lots.length];
    double[] coefficients = new double[2 * lots.length];
    for (int i = 0; i < lots.length; i++) {
      int v = variable[periods[i]][zones[i]];
      if (v >= 0) {
        columns[count] = v;
        coefficients[count++] = lots[i] / total;
        columns[count] = v + 1;
        coefficients[count++] = -lots[i] / total;
      }
    }
    double allowed = slackAllowed == 0 ? -ticks : 0;
    lp.addRow((slack(tied) - slackAllowed) / total + allowed, columns, coefficients, count);
  }
}

package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every price that supports an allocation of the hourly markets, period by period, and among them
 * those at which no accepted block loses. The tie rule's point is taken where it will do, else the
 * nearest one: least Σ |price − tie rule's price|.
 */
final class PriceFace {
  private final Instance instance;
  private final Allocation allocation;
  private final int zoneCount;
  private final long[][] low;
  private final long[][] high;
  private final long[][] tied;
  private final List<Condition> conditions;

  /** Number of the first of the two variables of a price that is not fixed: above, below. */
  private final int[][] variable;

  private int variables;

  PriceFace(Instance instance, Allocation allocation) {
    this.instance = instance;
    this.allocation = allocation;
    this.zoneCount = instance.zones.size();
    int periods = instance.markets.size();
    this.low = new long[periods][zoneCount];
    this.high = new long[periods][zoneCount];
    this.tied = new long[periods][zoneCount];
    this.variable = new int[periods][zoneCount];
    ClearingRules rules = instance.problem.rules();
    for (int t = 0; t < periods; t++) {
      PeriodMarket market = instance.markets.get(t);
      for (int zone = 0; zone < zoneCount; zone++) {
        low[t][zone] = (long) market.low(zone);
        high[t][zone] = (long) market.high(zone);
        tied[t][zone] =
            switch (rules.tie()) {
              case LOWEST -> low[t][zone];
              case HIGHEST -> high[t][zone];
              case MIDPOINT -> Math.floorDiv(low[t][zone] + high[t][zone], 2);
            };
        variable[t][zone] = -1;
        if (low[t][zone] < high[t][zone]) {
          variable[t][zone] = variables;
          variables += 2;
        }
      }
    }
    this.conditions = Condition.of(instance, allocation);
  }

  /** Prices in 10⁻⁴ by period and zone at which nobody loses, or null where there are none. */
  long @Nullable [][] choose() {
    if (holds(tied)) {
      return tied;
    }
    if (variables == 0) {
      return null;
    }
    double[] exact = nearest(0);
    if (exact == null) {
      return null;
    }
    for (Rounding rounding : Rounding.values()) {
      long[][] prices = rounded(exact, rounding);
      if (holds(prices)) {
        return prices;
      }
    }
    double[] safe = nearest(1);
    return safe == null ? null : rounded(safe, Rounding.NEAREST);
  }

  /** Each is monotone and keeps whole bounds, so that what supports goes on supporting. */
  private enum Rounding {
    NEAREST,
    UP,
    DOWN
  }

  private boolean holds(long[][] prices) {
    return conditions.stream().allMatch(condition -> condition.slack(prices) >= 0);
  }

  /** Blocks that lose whatever supporting price is taken, if each could choose for itself. */
  List<Integer> losers() {
    List<Integer> losers = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.slack(condition.sells() ? high : low) < 0) {
        losers.add(condition.block());
      }
    }
    return losers;
  }

  /** What a block gains at the tie rule's prices, in 10⁻⁴ × lots. */
  double tiedSurplus(int block) {
    double surplus = 0;
    Block order = instance.blocks.get(block);
    for (int i = 0; i < order.periods.length; i++) {
      surplus +=
          (double) order.sign()
              * (tied[order.periods[i]][order.zone] - order.price)
              * allocation.lots(block, i);
    }
    return surplus;
  }

  /** What a rejected block would gain in full at the tie rule's prices, in 10⁻⁴ × lots. */
  double wouldGain(int block) {
    double surplus = 0;
    Block order = instance.blocks.get(block);
    for (int i = 0; i < order.periods.length; i++) {
      surplus +=
          (double) order.sign()
              * (tied[order.periods[i]][order.zone] - order.price)
              * order.lots[i];
    }
    return surplus;
  }

  /**
   * @param ticks how much better than needed each block's average price must be
   */
  private double @Nullable [] nearest(int ticks) {
    double[] cost = new double[variables];
    Arrays.fill(cost, -1);
    double[] upper = new double[variables];
    for (int t = 0; t < variable.length; t++) {
      for (int zone = 0; zone < zoneCount; zone++) {
        int v = variable[t][zone];
        if (v >= 0) {
          upper[v] = high[t][zone] - tied[t][zone];
          upper[v + 1] = tied[t][zone] - low[t][zone];
        }
      }
    }
    DualSimplex lp = new DualSimplex(cost, new double[variables], upper);
    addHops(lp);
    for (Condition condition : conditions) {
      condition.addTo(lp, tied, variable, ticks);
    }
    if (!lp.solve(Double.NEGATIVE_INFINITY)) {
      return null;
    }
    double[] solution = new double[variables];
    for (int v = 0; v < variables; v++) {
      solution[v] = lp.value(v);
    }
    return solution;
  }

  private void addHops(DualSimplex lp) {
    int[] columns = new int[4];
    double[] coefficients = {1, -1, -1, 1};
    for (int t = 0; t < variable.length; t++) {
      for (PeriodMarket.Hop hop : instance.markets.get(t).hops()) {
        int from = variable[t][hop.from()];
        int to = variable[t][hop.to()];
        if (from < 0 || to < 0 || low[t][hop.from()] >= high[t][hop.to()]) {
          continue;
        }
        columns[0] = from;
        columns[1] = from + 1;
        columns[2] = to;
        columns[3] = to + 1;
        lp.addRow(tied[t][hop.from()] - tied[t][hop.to()], columns, coefficients, 4);
      }
    }
  }

  private long[][] rounded(double[] solution, Rounding rounding) {
    long[][] prices = new long[tied.length][];
    for (int t = 0; t < tied.length; t++) {
      prices[t] = tied[t].clone();
      for (int zone = 0; zone < zoneCount; zone++) {
        int v = variable[t][zone];
        if (v >= 0) {
          prices[t][zone] = round(tied[t][zone] + solution[v] - solution[v + 1], rounding);
        }
      }
    }
    return prices;
  }

  private static long round(double price, Rounding rounding) {
    // what a solver leaves beside a whole number is that number
    double clean = Math.abs(price - Math.rint(price)) < 1e-6 ? Math.rint(price) : price;
    return switch (rounding) {
      case NEAREST -> (long) Math.floor(clean + 0.5);
      case UP -> (long) Math.ceil(clean);
      case DOWN -> (long) Math.floor(clean);
    };
  }
}

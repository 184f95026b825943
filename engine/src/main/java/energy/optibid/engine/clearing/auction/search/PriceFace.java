package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.domain.PeriodMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every price that supports an allocation of the hourly markets, period by period, and among them
 * those at which nobody who was accepted loses and every decided quantity is right. The tie rule's
 * point is taken where it will do, else the nearest one: least Σ |price − tie rule's price|.
 */
final class PriceFace {
  private final Instance instance;
  private final Allocation allocation;
  private final int zoneCount;
  private final long[][] low;
  private final long[][] high;
  private final long[][] tied;
  private final List<Condition> conditions;
  private final DecidedQuantities decided;

  /** Number of the first of the two variables of a price that is not fixed: above, below. */
  private final int[][] variable;

  private int variables;

  PriceFace(Instance instance, Allocation allocation) {
    this.instance = instance;
    this.allocation = allocation;
    this.zoneCount = instance.zones.size();
    int periods = instance.moneyPerLot.length;
    this.low = new long[periods][zoneCount];
    this.high = new long[periods][zoneCount];
    this.tied = new long[periods][zoneCount];
    this.variable = new int[periods][zoneCount];
    this.decided = new DecidedQuantities(instance, allocation);
    for (int t = 0; t < periods; t++) {
      PeriodMarket market = allocation.books.markets().get(t);
      for (int zone = 0; zone < zoneCount; zone++) {
        low[t][zone] = (long) market.low(zone);
        high[t][zone] = (long) market.high(zone);
        tied[t][zone] = (long) market.tied(zone);
      }
      if (allocation.books.isCurved(t) && decided.touches(t)) {
        widen(t, market);
      }
      for (int zone = 0; zone < zoneCount; zone++) {
        variable[t][zone] = -1;
        if (low[t][zone] < high[t][zone]) {
          variable[t][zone] = variables;
          variables += 2;
        }
      }
    }
    this.conditions = Conditions.of(instance, allocation);
  }

  /**
   * On a slope whole lots only come near the decided quantity: its neighbours' prices count too.
   */
  private void widen(int t, PeriodMarket market) {
    for (int zone = 0; zone < zoneCount; zone++) {
      long[] injection = allocation.injection(t).clone();
      injection[zone]++;
      market.inject(injection);
      low[t][zone] = Math.min(low[t][zone], (long) market.tied(zone));
      injection[zone] -= 2;
      market.inject(injection);
      high[t][zone] = Math.max(high[t][zone], (long) market.tied(zone));
    }
    market.inject(allocation.injection(t));
  }

  /** Prices in 10⁻⁴ by period and zone at which nobody loses, or null where there are none. */
  long @Nullable [][] choose() {
    if (holds(tied) && decided.supportedBy(tied)) {
      return tied;
    }
    if (variables == 0 && decided.isEmpty()) {
      return null;
    }
    double[] exact = nearest(0, false);
    if (exact == null && !decided.isEmpty()) {
      exact = nearest(0, true);
    }
    if (exact == null) {
      return null;
    }
    for (Rounding rounding : Rounding.values()) {
      long[][] prices = rounded(exact, rounding);
      if (holds(prices)) {
        return prices;
      }
    }
    double[] safe = nearest(1, true);
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

  /** Subjects of conditions that break whatever supporting price is taken, each for itself. */
  List<Integer> losers() {
    List<Integer> losers = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.slack(condition.wantsHigh() ? high : low) < 0) {
        losers.add(condition.subject());
      }
    }
    return losers;
  }

  /**
   * What a subject gains per lot at the tie rule's prices; above zero where it has no condition.
   */
  double tiedSurplus(int subject) {
    double least = Double.POSITIVE_INFINITY;
    for (Condition condition : conditions) {
      if (condition.subject() == subject) {
        double lots = 1;
        for (long each : condition.lots()) {
          lots += Math.abs(each);
        }
        least = Math.min(least, condition.slack(tied) / lots);
      }
    }
    return least;
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
   * @param ticks how much better than needed each average price must be
   * @param roundedQuantities whether decided quantities may be as far off as their rounding takes
   */
  private double @Nullable [] nearest(int ticks, boolean roundedQuantities) {
    int duals = decided.tightRows();
    double[] cost = new double[variables + duals];
    double[] upper = new double[variables + duals];
    Arrays.fill(cost, 0, variables, -1);
    Arrays.fill(upper, variables, upper.length, Double.POSITIVE_INFINITY);
    for (int t = 0; t < variable.length; t++) {
      for (int zone = 0; zone < zoneCount; zone++) {
        int v = variable[t][zone];
        if (v >= 0) {
          upper[v] = high[t][zone] - tied[t][zone];
          upper[v + 1] = tied[t][zone] - low[t][zone];
        }
      }
    }
    DualSimplex lp = new DualSimplex(cost, new double[cost.length], upper);
    addHops(lp);
    for (Condition condition : conditions) {
      condition.addTo(lp, tied, variable, ticks);
    }
    decided.addTo(lp, tied, variable, variables, roundedQuantities);
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
    for (int t = 0; t < variable.length; t++) {
      for (PeriodMarket.Hop hop : allocation.books.markets().get(t).hops()) {
        if (low[t][hop.from()] < high[t][hop.to()] && hop.from() != hop.to()) {
          addHop(lp, t, hop);
        }
      }
    }
  }

  private void addHop(DualSimplex lp, int t, PeriodMarket.Hop hop) {
    int count = 0;
    int[] columns = new int[4];
    double[] coefficients = new double[4];
    for (int end = 0; end < 2; end++) {
      int v = variable[t][end == 0 ? hop.from() : hop.to()];
      if (v >= 0) {
        double sign = end == 0 ? 1 : -1;
        columns[count] = v;
        coefficients[count++] = sign;
        columns[count] = v + 1;
        coefficients[count++] = -sign;
      }
    }
    if (count > 0) {
      lp.addRow(tied[t][hop.from()] - tied[t][hop.to()], columns, coefficients, count);
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
    // what a solver leaves beside a whole or half number is that number, so that equal prices
    // round alike
    double halves = Math.rint(2 * price);
    double clean = Math.abs(2 * price - halves) < 1e-5 ? halves / 2 : price;
    return switch (rounding) {
      case NEAREST -> (long) Math.floor(clean + 0.5);
      case UP -> (long) Math.ceil(clean);
      case DOWN -> (long) Math.floor(clean);
    };
  }
}

package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.domain.PeriodMarket;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The relaxed auction: columns within bounds, and for each period a welfare that is no more than
 * any of its cuts. A cut is the tangent of the hourly market's concave welfare at some injection
 * (Kelley 1960; Benders 1962), valid everywhere, so cuts are shared by the whole search.
 *
 * <p>The first cut of a period carries its welfare as {@code cut − slack}; the others are rows.
 * With that the columns at their better bounds are a dual feasible start.
 */
final class Master {
  /** Currency that all periods' cuts together may be off at a converged point. */
  static final double CONVERGED = 1e-5;

  /** Rows per period, or one per column, before idle cuts are dropped; they are soon made again. */
  private static final int MOST_ROWS_PER_PERIOD = 8;

  private final List<Column> columns;
  private final List<PeriodMarket> markets;
  private final double[] moneyPerLot;
  private final int zoneCount;

  /** By period, the columns that inject in it, and the place of that injection in the column. */
  private final int[][] active;

  private final int[][] places;
  private final Cut[] first;
  private final DualSimplex lp;
  private final double[] lower;
  private final double[] upper;
  private final double[] x;
  private long evaluations;
  private boolean converged;
  private long[] injection = new long[0];

  /** Slacks of rows that are cuts and may be dropped. */
  private final BitSet cuts = new BitSet();

  /** {@code constant + Σ slope·x} over the period's active columns. */
  private record Cut(double constant, double[] slopes) {}

  Master(Instance instance) {
    this.columns = instance.columns;
    this.markets = instance.plain.markets();
    this.moneyPerLot = instance.moneyPerLot;
    this.zoneCount = instance.zones.size();
    this.active = new int[markets.size()][];
    this.places = new int[markets.size()][];
    findActive();
    this.lower = columns.stream().mapToDouble(Column::lower).toArray();
    this.upper = columns.stream().mapToDouble(Column::upper).toArray();
    this.x = new double[columns.size()];
    this.first = new Cut[markets.size()];
    this.lp = start();
    instance.rows.forEach(this::add);
  }

  private void findActive() {
    int[] counts = new int[markets.size()];
    for (Column column : columns) {
      for (int i = 0; i < column.periods().length; i++) {
        if (i == 0 || column.periods()[i] != column.periods()[i - 1]) {
          counts[column.periods()[i]]++;
        }
      }
    }
    for (int t = 0; t < markets.size(); t++) {
      active[t] = new int[counts[t]];
      places[t] = new int[counts[t]];
    }
    Arrays.fill(counts, 0);
    for (int j = 0; j < columns.size(); j++) {
      int[] periods = columns.get(j).periods();
      for (int i = 0; i < periods.length; i++) {
        if (i == 0 || periods[i] != periods[i - 1]) {
          int t = periods[i];
          active[t][counts[t]] = j;
          places[t][counts[t]++] = i;
        }
      }
    }
  }

  private DualSimplex start() {
    int n = columns.size();
    double[] cost = new double[n + markets.size()];
    double[] low = Arrays.copyOf(lower, cost.length);
    double[] high = Arrays.copyOf(upper, cost.length);
    for (int j = 0; j < n; j++) {
      cost[j] = columns.get(j).value();
      x[j] = Math.max(lower[j], Math.min(upper[j], 0));
    }
    for (int t = 0; t < markets.size(); t++) {
      inject(t);
      first[t] = cut(t, true);
      for (int i = 0; i < active[t].length; i++) {
        cost[active[t][i]] += first[t].slopes[i];
      }
      cost[n + t] = -1;
      high[n + t] = Double.POSITIVE_INFINITY;
    }
    return new DualSimplex(cost, low, high);
  }

  /** Moves a period's market to the injection nearest to that of the present point. */
  private void inject(int t) {
    double[] exact = new double[zoneCount];
    for (int i = 0; i < active[t].length; i++) {
      Column column = columns.get(active[t][i]);
      for (int k = places[t][i]; k < column.periods().length && column.periods()[k] == t; k++) {
        exact[column.zones()[k]] += column.lots()[k] * x[active[t][i]];
      }
    }
    long[] lots = new long[zoneCount];
    for (int zone = 0; zone < zoneCount; zone++) {
      lots[zone] = Math.round(exact[zone]);
    }
    markets.get(t).inject(lots);
    injection = lots;
    evaluations++;
  }

  /** The tangent where the period's market stands, at its highest or lowest prices. */
  private Cut cut(int t, boolean highest) {
    PeriodMarket market = markets.get(t);
    double constant = market.gain();
    double[] price = new double[zoneCount];
    for (int zone = 0; zone < zoneCount; zone++) {
      price[zone] = highest ? market.steepest(zone) : market.flattest(zone);
      constant -= price[zone] * injection[zone];
    }
    double[] slopes = new double[active[t].length];
    for (int i = 0; i < slopes.length; i++) {
      Column column = columns.get(active[t][i]);
      for (int k = places[t][i]; k < column.periods().length && column.periods()[k] == t; k++) {
        slopes[i] += price[column.zones()[k]] * column.lots()[k] * moneyPerLot[t];
      }
    }
    return new Cut(constant * moneyPerLot[t], slopes);
  }

  private double at(int t, Cut cut) {
    double sum = cut.constant;
    for (int i = 0; i < cut.slopes.length; i++) {
      sum += cut.slopes[i] * x[active[t][i]];
    }
    return sum;
  }

  /** A condition that holds from now on everywhere. */
  void add(Row row) {
    lp.addRow(row.constant(), row.columns(), row.coefficients(), row.columns().length);
  }

  /**
   * The optimum within bounds.
   *
   * @param cutoff the search ends once the optimum cannot be above this
   * @param enough asked between rounds of cuts; once true the point reached so far stands, and its
   *     welfare is an upper bound like any other, see {@link #isConverged()}
   * @return false if nothing feasible lies within the bounds
   */
  boolean solve(Bounds bounds, double cutoff, BooleanSupplier enough) {
    converged = false;
    double[] low = lower.clone();
    double[] high = upper.clone();
    bounds.apply(low, high);
    for (int j = 0; j < low.length; j++) {
      if (low[j] > high[j]) {
        return false;
      }
      lp.bound(j, low[j], high[j]);
    }
    while (true) {
      if (!lp.solve(cutoff)) {
        return false;
      }
      if (lp.objective() <= cutoff) {
        return true;
      }
      for (int j = 0; j < x.length; j++) {
        x[j] = lp.value(j);
      }
      converged = addCuts() <= CONVERGED;
      if (converged || enough.getAsBoolean()) {
        return true;
      }
      dropIdleRows();
    }
  }

  /** Adds what cuts the present point off; returns by how much currency it was too high. */
  private double addCuts() {
    double total = 0;
    double smallest = CONVERGED / (2 * markets.size());
    for (int t = 0; t < markets.size(); t++) {
      if (active[t].length == 0) {
        continue;
      }
      double claimed = at(t, first[t]) - lp.value(columns.size() + t);
      inject(t);
      Cut high = cut(t, true);
      Cut low = cut(t, false);
      double excess = Math.max(claimed - at(t, high), claimed - at(t, low));
      if (excess > smallest) {
        total += excess;
        addRow(t, high);
        if (!Arrays.equals(high.slopes, low.slopes)) {
          addRow(t, low);
        }
      }
    }
    return total;
  }

  /** {@code cut − welfare ≥ 0}, the welfare being the first cut less its slack. */
  private void addRow(int t, Cut cut) {
    int count = active[t].length;
    int[] variables = Arrays.copyOf(active[t], count + 1);
    double[] coefficients = new double[count + 1];
    for (int i = 0; i < count; i++) {
      coefficients[i] = cut.slopes[i] - first[t].slopes[i];
    }
    variables[count] = columns.size() + t;
    coefficients[count] = 1;
    cuts.set(lp.addRow(cut.constant - first[t].constant, variables, coefficients, count + 1));
  }

  private void dropIdleRows() {
    int most = Math.max(columns.size(), MOST_ROWS_PER_PERIOD * markets.size());
    if (lp.rowCount() <= most) {
      return;
    }
    for (int row = lp.rowCount() - 1; row >= 0; row--) {
      int slack = lp.basicOf(row);
      if (cuts.get(slack) && lp.value(slack) > CONVERGED) {
        cuts.clear(slack);
        lp.removeRow(slack);
      }
    }
  }

  /** Whether the last optimum is one of the true welfare, not only of the cuts so far. */
  boolean isConverged() {
    return converged;
  }

  /** Upper bound on the welfare above that without blocks, in currency. */
  double bound() {
    return lp.objective();
  }

  /** The columns' lower bounds at a place of the search. */
  double[] lower(Bounds bounds) {
    double[] low = lower.clone();
    bounds.apply(low, upper.clone());
    return low;
  }

  /** The columns' upper bounds at a place of the search. */
  double[] upper(Bounds bounds) {
    double[] high = upper.clone();
    bounds.apply(lower.clone(), high);
    return high;
  }

  /** The last optimum. */
  double[] x() {
    return x.clone();
  }

  /** Value of a column at the last optimum. */
  double x(int column) {
    return x[column];
  }

  long work() {
    return evaluations + lp.work();
  }
}

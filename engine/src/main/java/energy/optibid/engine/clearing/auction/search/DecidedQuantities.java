package energy.optibid.engine.clearing.auction.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When decided quantities (flows over ramping or lossy lines, net positions, volumes under a
 * gradient) are right at some prices: none could gain by going further or less far, given a value
 * not below zero for each limit that binds. These are the optimality conditions of a linear
 * program.
 */
final class DecidedQuantities {
  /** What whole lots and prices take from a lossy or flow-based quantity, in 10⁻⁴ per MWh. */
  private static final double TICK = 1;

  private static final double SAME = 1e-6;

  private final Instance instance;
  private final Allocation allocation;
  private final List<Row> tight = new ArrayList<>();
  private final Set<Integer> periods = new HashSet<>();

  DecidedQuantities(Instance instance, Allocation allocation) {
    this.instance = instance;
    this.allocation = allocation;
    double[] x = new double[instance.columns.size()];
    Set<Integer> decided = new HashSet<>();
    for (int q = 0; q < instance.quantities.length; q++) {
      int j = instance.quantities[q];
      x[j] = allocation.decisions.quantities()[q];
      decided.add(j);
      periods.add(instance.columns.get(j).periods()[0]);
    }
    for (int c = 0; c < instance.complexes.size(); c++) {
      int on = instance.complexes.get(c).on;
      if (on >= 0 && allocation.decisions.active().get(c)) {
        x[on] = 1;
      }
    }
    for (Row row : decided.isEmpty() ? List.<Row>of() : instance.rows) {
      addIfTight(row, x, decided);
    }
  }

  private void addIfTight(Row row, double[] x, Set<Integer> decided) {
    double slack = row.constant();
    double lotEach = 0;
    boolean mine = false;
    boolean whole = true;
    for (int i = 0; i < row.columns().length; i++) {
      double a = row.coefficients()[i];
      slack += a * x[row.columns()[i]];
      lotEach += Math.abs(a);
      whole &= a == Math.rint(a);
      mine |= decided.contains(row.columns()[i]);
    }
    // where whole lots cannot meet a limit, a limit within a lot of each binds
    if (mine && slack <= (whole ? SAME : lotEach)) {
      tight.add(row);
    }
  }

  boolean isEmpty() {
    return instance.quantities.length == 0;
  }

  boolean touches(int t) {
    return periods.contains(t);
  }

  int tightRows() {
    return tight.size();
  }

  /** Whether prices will do with every limit worth nothing. */
  boolean supportedBy(long[][] prices) {
    for (int q = 0; q < instance.quantities.length; q++) {
      double gain = gain(q, prices);
      double tolerance = tolerance(q);
      if (mayRise(q) && gain > tolerance || mayFall(q) && gain < -tolerance) {
        return false;
      }
    }
    return true;
  }

  /** Welfare of one more lot of a quantity at prices, in 10⁻⁴. */
  private double gain(int q, long[][] prices) {
    Column column = column(q);
    double gain = column.value() / instance.moneyPerLot[column.periods()[0]];
    for (int i = 0; i < column.periods().length; i++) {
      gain += column.lots()[i] * prices[column.periods()[i]][column.zones()[i]];
    }
    return gain;
  }

  private Column column(int q) {
    return instance.columns.get(instance.quantities[q]);
  }

  private double tolerance(int q) {
    for (double each : column(q).lots()) {
      if (each != Math.rint(each)) {
        return TICK;
      }
    }
    boolean flowBased = instance.network.positionsOf(column(q).periods()[0]).length > 0;
    boolean curved = allocation.books.isCurved(column(q).periods()[0]);
    return curved ? instance.problem.tick().tenThousandths() : flowBased ? TICK : SAME;
  }

  private boolean mayRise(int q) {
    return !closed(q) && allocation.decisions.quantities()[q] < column(q).upper();
  }

  private boolean mayFall(int q) {
    return !closed(q) && allocation.decisions.quantities()[q] > column(q).lower();
  }

  /** A step of a complex order that left is nobody's to move. */
  private boolean closed(int q) {
    for (int c = 0; c < instance.complexes.size(); c++) {
      Complex complex = instance.complexes.get(c);
      if (complex.on >= 0 && !allocation.decisions.active().get(c)) {
        for (Complex.Part part : complex.parts) {
          if (part.column() == instance.quantities[q] && !part.stays()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Adds the conditions to a program on deviations from tied prices.
   *
   * @param firstDual variable of the first tight row's value, in 10⁻⁴ per unit of the row
   * @param rounded whether what rounding takes is allowed for
   */
  void addTo(DualSimplex lp, long[][] tied, int[][] variable, int firstDual, boolean rounded) {
    for (int q = 0; q < instance.quantities.length; q++) {
      Column column = column(q);
      List<Integer> columns = new ArrayList<>();
      List<Double> coefficients = new ArrayList<>();
      for (int i = 0; i < column.periods().length; i++) {
        int v = variable[column.periods()[i]][column.zones()[i]];
        if (v >= 0) {
          columns.add(v);
          coefficients.add(column.lots()[i]);
          columns.add(v + 1);
          coefficients.add(-column.lots()[i]);
        }
      }
      for (int r = 0; r < tight.size(); r++) {
        double a = coefficient(tight.get(r), instance.quantities[q]);
        if (a != 0) {
          columns.add(firstDual + r);
          coefficients.add(a);
        }
      }
      double gain = gain(q, tied);
      double tolerance = rounded ? tolerance(q) : SAME;
      if (mayRise(q)) {
        add(lp, tolerance - gain, columns, coefficients, -1);
      }
      if (mayFall(q)) {
        add(lp, tolerance + gain, columns, coefficients, 1);
      }
    }
  }

  private static double coefficient(Row row, int column) {
    for (int i = 0; i < row.columns().length; i++) {
      if (row.columns()[i] == column) {
        return row.coefficients()[i];
      }
    }
    return 0;
  }

  private static void add(
      DualSimplex lp, double constant, List<Integer> columns, List<Double> coefficients, int sign) {
    lp.addRow(
        constant,
        columns.stream().mapToInt(Integer::intValue).toArray(),
        coefficients.stream().mapToDouble(a -> sign * a).toArray(),
        columns.size());
  }
}

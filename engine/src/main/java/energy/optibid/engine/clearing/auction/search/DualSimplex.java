package energy.optibid.engine.clearing.auction.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear program that grows row by row: maximise c·z over bounds and rows {@code constant + a·z ≥
 * 0}. Bounded dual simplex with bound flipping on a dense dictionary (Koberstein 2005, §3): after a
 * new row or changed bounds the last basis is still dual feasible, so the next optimum is a few
 * pivots away. Deterministic: ties go to the lower variable.
 *
 * <p>Variables are numbered from zero: first the structural ones, then one slack for each row.
 */
final class DualSimplex {
  private static final double INFEASIBLE = 1e-9;
  private static final double PIVOT = 1e-9;

  /** Cells of the dictionary that a unit of work pays for beyond the first. */
  private static final long CELLS_PER_UNIT = 50_000;

  private static final double SAME_RATIO = 1e-12;

  /** Pivots without progress of the objective before the smallest index decides. */
  private static final int STALLED = 200;

  private final int columns;
  private final int[] nonbasic;
  private final double[] reduced;
  private double[][] rows = new double[16][];
  private int[] basic = new int[16];
  private int rowCount;
  private double[] lower;
  private double[] upper;
  private double[] value;

  /** Column of a nonbasic variable, or −1 − row of a basic one. */
  private int[] place;

  private int variables;
  private double objective;
  private long work;
  private final List<Integer> freeSlacks = new ArrayList<>();
  private final int[] candidates;
  private final double[] ratios;

  /**
   * @param cost objective of each structural variable
   * @param lower its lower bound; finite where the cost is not positive
   * @param upper its upper bound; finite where the cost is positive
   */
  DualSimplex(double[] cost, double[] lower, double[] upper) {
    this.columns = cost.length;
    this.variables = cost.length;
    this.nonbasic = new int[columns];
    this.reduced = cost.clone();
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.value = new double[columns];
    this.place = new int[columns];
    this.candidates = new int[columns];
    this.ratios = new double[columns];
    for (int j = 0; j < columns; j++) {
      nonbasic[j] = j;
      place[j] = j;
      value[j] = cost[j] > 0 ? upper[j] : lower[j];
      objective += cost[j] * value[j];
    }
  }

  double objective() {
    return objective;
  }

  double value(int variable) {
    return value[variable];
  }

  /** Units of work: one for each pivot, more where the dictionary is large. */
  long work() {
    return work;
  }

  int rowCount() {
    return rowCount;
  }

  /** The slack of a row that is basic; rows are renumbered by {@link #removeRow}. */
  int basicOf(int row) {
    return basic[row];
  }

  /**
   * Adds {@code constant + Σ coefficient·variable ≥ 0}.
   *
   * @return the row's slack
   */
  int addRow(double constant, int[] variable, double[] coefficient, int count) {
    double[] row = new double[columns];
    double sum = constant;
    for (int i = 0; i < count; i++) {
      double a = coefficient[i];
      if (a == 0) {
        continue;
      }
      sum += a * value[variable[i]];
      int at = place[variable[i]];
      if (at >= 0) {
        row[at] += a;
      } else {
        double[] other = rows[-1 - at];
        for (int j = 0; j < columns; j++) {
          row[j] += a * other[j];
        }
      }
    }
    int slack = newSlack();
    if (rowCount == rows.length) {
      rows = Arrays.copyOf(rows, 2 * rowCount);
      basic = Arrays.copyOf(basic, 2 * rowCount);
    }
    rows[rowCount] = row;
    basic[rowCount] = slack;
    place[slack] = -1 - rowCount;
    value[slack] = sum;
    rowCount++;
    return slack;
  }

  private int newSlack() {
    int slack;
    if (freeSlacks.isEmpty()) {
      slack = variables++;
      if (slack == value.length) {
        int size = 2 * slack + 16;
        lower = Arrays.copyOf(lower, size);
        upper = Arrays.copyOf(upper, size);
        value = Arrays.copyOf(value, size);
        place = Arrays.copyOf(place, size);
      }
    } else {
      slack = freeSlacks.remove(freeSlacks.size() - 1);
    }
    lower[slack] = 0;
    upper[slack] = Double.POSITIVE_INFINITY;
    return slack;
  }

  /** Forgets the row of a basic slack; its number may be used again. */
  void removeRow(int slack) {
    int row = -1 - place[slack];
    rowCount--;
    rows[row] = rows[rowCount];
    basic[row] = basic[rowCount];
    place[basic[row]] = -1 - row;
    rows[rowCount] = new double[0];
    freeSlacks.add(slack);
  }

  /** Changes a structural variable's bounds; both must be finite unless it is basic. */
  void bound(int variable, double newLower, double newUpper) {
    if (lower[variable] == newLower && upper[variable] == newUpper) {
      return;
    }
    lower[variable] = newLower;
    upper[variable] = newUpper;
    int column = place[variable];
    if (column >= 0) {
      moveTo(column, reduced[column] > 0 ? newUpper : newLower);
    }
  }

  private void moveTo(int column, double target) {
    int variable = nonbasic[column];
    double step = target - value[variable];
    if (step != 0) {
      value[variable] = target;
      objective += reduced[column] * step;
      for (int i = 0; i < rowCount; i++) {
        value[basic[i]] += rows[i][column] * step;
      }
    }
  }

  /**
   * Runs to the optimum.
   *
   * @param cutoff stops once the optimum cannot be above this
   * @return false if there is no feasible point
   */
  boolean solve(double cutoff) {
    int stalled = 0;
    double before = objective;
    while (objective > cutoff) {
      int row = leaving(stalled > STALLED);
      if (row < 0) {
        return true;
      }
      if (!leave(row)) {
        return false;
      }
      stalled = objective < before ? 0 : stalled + 1;
      before = objective;
    }
    return true;
  }

  private int leaving(boolean first) {
    int row = -1;
    double worst = 0;
    for (int i = 0; i < rowCount; i++) {
      int variable = basic[i];
      double scale = 1 + Math.abs(value[variable]);
      double below = Math.max(lower[variable] - value[variable], value[variable] - upper[variable]);
      if (below > INFEASIBLE * scale
          && (row < 0
              || (first ? variable < basic[row] : below > worst)
              || !first && below == worst && variable < basic[row])) {
        row = i;
        worst = below;
      }
    }
    return row;
  }

  private boolean leave(int row) {
    int variable = basic[row];
    boolean rises = value[variable] < lower[variable];
    double target = rises ? lower[variable] : upper[variable];
    double missing = Math.abs(target - value[variable]);
    double tolerance = INFEASIBLE * (1 + Math.abs(value[variable]));
    double[] coefficients = rows[row];
    int count = collect(coefficients, rises);
    int entering = -1;
    for (int i = 0; i < count && entering < 0; i++) {
      selectNext(i, count);
      int column = candidates[i];
      int z = nonbasic[column];
      double room = Math.abs(coefficients[column]) * (upper[z] - lower[z]);
      if (missing - room > tolerance) {
        missing -= room;
      } else {
        entering = steadiest(i, count, coefficients);
        flip(i, entering);
      }
    }
    if (entering < 0) {
      return false;
    }
    pivot(row, candidates[entering], target);
    return true;
  }

  private int collect(double[] coefficients, boolean rises) {
    int count = 0;
    for (int j = 0; j < columns; j++) {
      double a = rises ? coefficients[j] : -coefficients[j];
      if (Math.abs(a) > PIVOT) {
        int z = nonbasic[j];
        if (upper[z] > lower[z] && (a > 0 ? value[z] == lower[z] : value[z] == upper[z])) {
          candidates[count] = j;
          ratios[count] = Math.abs(reduced[j] / a);
          count++;
        }
      }
    }
    return count;
  }

  /** Brings the candidate of least ratio to place {@code i}; ties go to the lower variable. */
  private void selectNext(int i, int count) {
    int best = i;
    for (int k = i + 1; k < count; k++) {
      if (ratios[k] < ratios[best]
          || ratios[k] == ratios[best] && nonbasic[candidates[k]] < nonbasic[candidates[best]]) {
        best = k;
      }
    }
    int column = candidates[best];
    double ratio = ratios[best];
    candidates[best] = candidates[i];
    ratios[best] = ratios[i];
    candidates[i] = column;
    ratios[i] = ratio;
  }

  /** Of the candidates with the same ratio, the one with the largest coefficient. */
  private int steadiest(int from, int count, double[] coefficients) {
    int best = from;
    for (int i = from + 1; i < count; i++) {
      if (ratios[i] <= ratios[from] + SAME_RATIO * (1 + ratios[from])
          && Math.abs(coefficients[candidates[i]])
              > 10 * Math.abs(coefficients[candidates[best]])) {
        best = i;
      }
    }
    return best;
  }

  /** Candidates before the entering one go to their other bound. */
  private void flip(int before, int entering) {
    for (int i = 0; i < before; i++) {
      if (i != entering) {
        int z = nonbasic[candidates[i]];
        moveTo(candidates[i], value[z] == lower[z] ? upper[z] : lower[z]);
      }
    }
  }

  private void pivot(int row, int column, double target) {
    work += 1 + (long) rowCount * columns / CELLS_PER_UNIT;
    int leaving = basic[row];
    int entering = nonbasic[column];
    double[] own = rows[row];
    double by = own[column];
    double step = (target - value[leaving]) / by;
    objective += reduced[column] * step;
    for (int i = 0; i < rowCount; i++) {
      value[basic[i]] += rows[i][column] * step;
    }
    value[leaving] = target;
    value[entering] += step;

    double inverse = 1 / by;
    for (int j = 0; j < columns; j++) {
      own[j] *= -inverse;
    }
    own[column] = inverse;
    for (int i = 0; i < rowCount; i++) {
      if (i != row) {
        eliminate(rows[i], own, column);
      }
    }
    eliminate(reduced, own, column);
    basic[row] = entering;
    nonbasic[column] = leaving;
    place[entering] = -1 - row;
    place[leaving] = column;
  }

  private void eliminate(double[] target, double[] own, int column) {
    double a = target[column];
    if (a == 0) {
      return;
    }
    target[column] = 0;
    for (int j = 0; j < columns; j++) {
      target[j] += a * own[j];
    }
  }
}

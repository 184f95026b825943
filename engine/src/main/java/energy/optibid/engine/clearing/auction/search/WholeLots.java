package energy.optibid.engine.clearing.auction.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the free quantities of a relaxed optimum into whole lots. What is sent over a lossy line is
 * rounded up, so that what arrives, rounded down, still reaches the corner it was meant for. Of the
 * others, those that are no whole lot go up or down, whichever keeps every row and is nearest.
 */
final class WholeLots {
  private static final double SAME = 1e-6;
  private static final int MOST_TRIED = 12;

  private final Instance instance;
  private final Map<Integer, Integer> places = new HashMap<>();

  WholeLots(Instance instance) {
    this.instance = instance;
    for (int q = 0; q < instance.quantities.length; q++) {
      places.put(instance.quantities[q], q);
    }
  }

  /**
   * @param x the columns' values
   * @return lots of the instance's quantities
   */
  long[] of(double[] x) {
    long[] lots = new long[instance.quantities.length];
    List<Integer> open = new ArrayList<>();
    for (int q = 0; q < lots.length; q++) {
      double exact = x[instance.quantities[q]];
      Column column = instance.columns.get(instance.quantities[q]);
      if (Math.abs(exact - Math.rint(exact)) < SAME) {
        lots[q] = (long) Math.rint(exact);
      } else if (loses(column)) {
        lots[q] = (long) Math.min(Math.ceil(exact), column.upper());
      } else {
        lots[q] = (long) Math.floor(exact);
        open.add(q);
      }
    }
    settle(lots, open, x);
    return lots;
  }

  private static boolean loses(Column column) {
    for (double each : column.lots()) {
      if (each != Math.rint(each)) {
        return true;
      }
    }
    return false;
  }

  /** Row by row in groups that hang together. */
  private void settle(long[] lots, List<Integer> open, double[] x) {
    Set<Integer> left = new HashSet<>(open);
    for (int first : open) {
      if (left.contains(first)) {
        List<Integer> group = new ArrayList<>(List.of(first));
        Set<Row> touched = new HashSet<>();
        left.remove(first);
        for (int i = 0; i < group.size(); i++) {
          int column = instance.quantities[group.get(i)];
          for (Row row : instance.rows) {
            if (touches(row, column) && touched.add(row)) {
              for (int other : row.columns()) {
                Integer q = places.get(other);
                if (q != null && left.remove(q)) {
                  group.add(q);
                }
              }
            }
          }
        }
        choose(lots, group, touched, x);
      }
    }
  }

  private static boolean touches(Row row, int column) {
    for (int each : row.columns()) {
      if (each == column) {
        return true;
      }
    }
    return false;
  }

  private void choose(long[] lots, List<Integer> group, Set<Row> rows, double[] x) {
    int tried = Math.min(group.size(), MOST_TRIED);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int ways = 0; ways < 1 << tried; ways++) {
      double distance = 0;
      for (int i = 0; i < tried; i++) {
        int up = ways >> i & 1;
        int q = group.get(i);
        lots[q] += up;
        distance += Math.abs(lots[q] - x[instance.quantities[q]]);
      }
      distance += 1e6 * missing(lots, rows, x);
      for (int i = 0; i < tried; i++) {
        lots[group.get(i)] -= ways >> i & 1;
      }
      if (distance < least) {
        least = distance;
        best = ways;
      }
    }
    for (int i = 0; i < tried; i++) {
      lots[group.get(i)] += best >> i & 1;
    }
  }

  private double missing(long[] lots, Set<Row> rows, double[] x) {
    double missing = 0;
    for (Row row : rows) {
      double sum = row.constant();
      for (int i = 0; i < row.columns().length; i++) {
        Integer q = places.get(row.columns()[i]);
        sum += row.coefficients()[i] * (q == null ? x[row.columns()[i]] : lots[q]);
      }
      missing += Math.max(0, -sum - SAME);
    }
    return missing;
  }
}

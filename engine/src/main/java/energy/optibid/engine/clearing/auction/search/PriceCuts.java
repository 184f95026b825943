package energy.optibid.engine.clearing.auction.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What holds everywhere because somebody loses at every price that supports an allocation. On
 * lossless transfer links more injection anywhere never raises a price. So for a sale to stop
 * losing, either it leaves, or another accepted sale of its periods does, or a rejected purchase of
 * its periods comes in: at least one of these decisions is different in every feasible allocation.
 * A purchase is the mirror image.
 */
final class PriceCuts {
  private final Instance instance;
  private final boolean hold;

  PriceCuts(Instance instance) {
    this.instance = instance;
    this.hold = instance.columns.size() == instance.blocks.size();
  }

  /**
   * @param losers blocks that lose at every supporting price
   */
  List<Row> of(Allocation allocation, List<Integer> losers) {
    List<Row> cuts = new ArrayList<>();
    for (int loser : losers) {
      if (hold && isWhole(loser) && instance.blocks.get(loser).children.isEmpty()) {
        cut(allocation, loser, cuts);
      }
    }
    return cuts;
  }

  private boolean isWhole(int block) {
    return instance.columns.get(block).least() == 1;
  }

  private void cut(Allocation allocation, int loser, List<Row> cuts) {
    Block losing = instance.blocks.get(loser);
    BitSet periods = new BitSet();
    Arrays.stream(losing.periods).forEach(periods::set);
    List<Integer> leaving = new ArrayList<>(List.of(loser));
    List<Integer> coming = new ArrayList<>();
    for (int b = 0; b < instance.blocks.size(); b++) {
      Block other = instance.blocks.get(b);
      boolean in = !allocation.ratio(b).isZero();
      if (b != loser
          && in == (other.sells == losing.sells)
          && Arrays.stream(other.periods).anyMatch(periods::get)) {
        if (!isWhole(b)) {
          // a part of it could do: that is no whole decision
          return;
        }
        (in ? leaving : coming).add(b);
      }
    }
    int[] columns = new int[leaving.size() + coming.size()];
    double[] coefficients = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      boolean leaves = i < leaving.size();
      columns[i] = leaves ? leaving.get(i) : coming.get(i - leaving.size());
      coefficients[i] = leaves ? -1 : 1;
    }
    cuts.add(new Row(leaving.size() - 1.0, columns, coefficients));
  }
}

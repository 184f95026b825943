package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.auction.Ratio;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From relaxed optima of the master to decisions that can be cleared. */
final class WholeDecisions {
  /** A decision so near to whole is whole. */
  static final double WHOLE = 1e-7;

  private static final double MILLION = 1e6;

  private final Instance instance;
  private final Master master;
  private final WholeLots wholeLots;

  WholeDecisions(Instance instance, Master master) {
    this.instance = instance;
    this.master = master;
    this.wholeLots = new WholeLots(instance);
  }

  /** A lossy line that flows both ways at once would burn what nobody wants: it must choose. */
  int[] bothWays() {
    for (int[] ways : instance.network.lossyWays()) {
      if (master.x(ways[0]) > WHOLE && master.x(ways[1]) > WHOLE) {
        return ways;
      }
    }
    return new int[0];
  }

  /** The relaxed optimum in whole decisions; what is open goes to the nearer side. */
  Decisions decisions(Bounds bounds) {
    Ratio[] ratios = new Ratio[instance.blocks.size()];
    for (int b = 0; b < ratios.length; b++) {
      double least = instance.columns.get(b).least();
      double x = master.x(b);
      if (x < least - WHOLE) {
        x = x >= least / 2 ? least : 0;
      }
      // rounded up, so that the period whose merit order has a corner there reaches it
      long millionths = (long) Math.ceil((x - 1e-9) * MILLION);
      ratios[b] = new Ratio(Math.max(0, Math.min((long) MILLION, millionths)));
    }
    giveBackRounding(ratios);
    double[] low = master.lower(bounds);
    double[] high = master.upper(bounds);
    BitSet active = new BitSet();
    for (int c = 0; c < instance.complexes.size(); c++) {
      Complex complex = instance.complexes.get(c);
      active.set(
          c,
          complex.on < 0
              || low[complex.on] > 0
              || high[complex.on] > 0 && complex.parts.stream().anyMatch(this::isUsed));
    }
    return new Decisions(ratios, active, wholeLots.of(master.x()));
  }

  /** Rounding up may have taken a group or a child a hair too far: they give it back. */
  private void giveBackRounding(Ratio[] ratios) {
    for (List<Integer> group : instance.groups) {
      long excess = -Ratio.ONE.millionths();
      int largest = group.get(0);
      for (int b : group) {
        excess += ratios[b].millionths();
        largest = ratios[b].compareTo(ratios[largest]) > 0 ? b : largest;
      }
      if (excess > 0 && excess <= group.size()) {
        ratios[largest] = new Ratio(ratios[largest].millionths() - excess);
      }
    }
    for (int b = 0; b < ratios.length; b++) {
      int parent = instance.blocks.get(b).parent;
      if (parent >= 0
          && ratios[b].compareTo(ratios[parent]) > 0
          && ratios[b].millionths() - ratios[parent].millionths() <= ratios.length) {
        ratios[b] = ratios[parent];
      }
    }
  }

  private boolean isUsed(Complex.Part part) {
    return !part.stays() && master.x(part.column()) > WHOLE;
  }

  /** An allocation with the best quantities for given ratios and active orders; null if none. */
  @Nullable Allocation settled(Decisions decisions) {
    if (!instance.needsMaster()) {
      return Allocation.of(instance, decisions);
    }
    Bounds bounds = Bounds.ROOT;
    for (int b = 0; b < instance.blocks.size(); b++) {
      double ratio = decisions.ratio(b).millionths() / MILLION;
      bounds = bounds.with(b, ratio, ratio);
    }
    for (int c = 0; c < instance.complexes.size(); c++) {
      int on = instance.complexes.get(c).on;
      if (on >= 0 && !decisions.active().get(c)) {
        bounds = bounds.with(on, 0, 0);
      }
    }
    int[] bothWays;
    do {
      if (!master.solve(bounds, Double.NEGATIVE_INFINITY, () -> false)) {
        return null;
      }
      bothWays = bothWays();
      if (bothWays.length > 0) {
        boolean forward = master.x(bothWays[0]) > master.x(bothWays[1]);
        bounds = bounds.with(bothWays[forward ? 1 : 0], 0, 0);
      }
    } while (bothWays.length > 0);
    return Allocation.of(
        instance, new Decisions(decisions.ratios(), decisions.active(), wholeLots.of(master.x())));
  }
}

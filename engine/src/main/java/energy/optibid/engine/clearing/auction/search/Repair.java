package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.auction.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a feasible allocation of any: blocks that lose leave, worst first, until nobody does; then
 * those left out that would gain are put back one by one, if welfare rises and still nobody loses.
 */
final class Repair {
  private final Instance instance;

  Repair(Instance instance) {
    this.instance = instance;
  }

  Allocation feasible(Ratio[] start) {
    Ratio[] ratios = start.clone();
    leaveOutOrphans(ratios);
    Allocation allocation = Allocation.of(instance, ratios);
    PriceFace face = new PriceFace(instance, allocation);
    while (!allocation.feasible() || face.choose() == null) {
      int worst = worst(allocation, face);
      ratios[worst] = Ratio.ZERO;
      leaveOutOrphans(ratios);
      allocation = Allocation.of(instance, ratios);
      face = new PriceFace(instance, allocation);
    }
    return withReinsertions(allocation, face);
  }

  /** A child never has more than its parent, a group never more than one. */
  private void leaveOutOrphans(Ratio[] ratios) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int b = 0; b < ratios.length; b++) {
        int parent = instance.blocks.get(b).parent;
        if (parent >= 0 && ratios[b].compareTo(ratios[parent]) > 0) {
          boolean enough =
              ratios[parent].compareTo(instance.blocks.get(b).order.minimumAcceptance()) >= 0;
          ratios[b] = enough ? ratios[parent] : Ratio.ZERO;
          changed = true;
        }
      }
    }
    for (List<Integer> group : instance.groups) {
      long left = Ratio.ONE.millionths();
      for (int b : group) {
        if (ratios[b].millionths() > left) {
          ratios[b] = Ratio.ZERO;
        }
        left -= ratios[b].millionths();
      }
    }
  }

  /** The accepted block whose average price is worst against its limit. */
  private int worst(Allocation allocation, PriceFace face) {
    int worst = -1;
    double least = 0;
    for (int b = 0; b < instance.blocks.size(); b++) {
      if (!allocation.ratio(b).isZero()) {
        double each = face.tiedSurplus(b) / instance.blocks.get(b).totalLots();
        if (worst < 0 || each < least) {
          worst = b;
          least = each;
        }
      }
    }
    return worst;
  }

  private Allocation withReinsertions(Allocation start, PriceFace startFace) {
    Allocation best = start;
    PriceFace face = startFace;
    boolean improved = true;
    while (improved) {
      improved = false;
      for (int b : wouldGain(best, face)) {
        Ratio[] ratios = best.ratios();
        ratios[b] = Ratio.ONE;
        leaveOutOrphans(ratios);
        if (ratios[b].isZero()) {
          continue;
        }
        Allocation with = Allocation.of(instance, ratios);
        PriceFace withFace = new PriceFace(instance, with);
        if (with.feasible() && with.welfare() > best.welfare() && withFace.choose() != null) {
          best = with;
          face = withFace;
          improved = true;
          break;
        }
      }
    }
    return best;
  }

  private List<Integer> wouldGain(Allocation allocation, PriceFace face) {
    List<Integer> out = new ArrayList<>();
    for (int b = 0; b < instance.blocks.size(); b++) {
      if (allocation.ratio(b).isZero() && face.wouldGain(b) > 0) {
        out.add(b);
      }
    }
    out.sort(Comparator.<Integer>comparingDouble(b -> -face.wouldGain(b)).thenComparing(b -> b));
    return out;
  }
}

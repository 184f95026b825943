package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.auction.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a feasible allocation of any: blocks that lose leave, worst first, until nobody does; then
 * those left out that would gain are put back one by one, if welfare rises and still nobody loses.
 */
final class Repair {
  private final Instance instance;

  private final Function<Decisions, @Nullable Allocation> settle;

  /**
   * @param settle completes decisions by the best quantities, or null where there are none
   */
  Repair(Instance instance, Function<Decisions, @Nullable Allocation> settle) {
    this.instance = instance;
    this.settle = settle;
  }

  /** Null where not even nothing is feasible. */
  @Nullable Allocation feasible(Decisions start) {
    Decisions decisions = whole(start);
    while (true) {
      Allocation allocation = settle.apply(decisions);
      if (allocation == null) {
        return null;
      }
      PriceFace face = new PriceFace(instance, allocation);
      if (allocation.feasible() && face.choose() != null) {
        return withReinsertions(allocation, face);
      }
      Decisions fewer = withoutWorst(decisions, face);
      if (fewer == null) {
        return null;
      }
      decisions = fewer;
    }
  }

  private Decisions whole(Decisions decisions) {
    Ratio[] ratios = decisions.ratios().clone();
    leaveOutOrphans(ratios);
    return new Decisions(ratios, decisions.active(), decisions.quantities());
  }

  /** A group never has more than one, then a child never more than its parent. */
  private void leaveOutOrphans(Ratio[] ratios) {
    for (List<Integer> group : instance.groups) {
      long left = Ratio.ONE.millionths();
      for (int b : group) {
        if (ratios[b].millionths() > left) {
          ratios[b] = Ratio.ZERO;
        }
        left -= ratios[b].millionths();
      }
    }
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
  }

  /** Leaves out who is worst against its limit; null once nobody is left to blame. */
  private @Nullable Decisions withoutWorst(Decisions decisions, PriceFace face) {
    int worst = -1;
    double least = Double.POSITIVE_INFINITY;
    int blocks = instance.blocks.size();
    for (int subject = 0; subject < blocks + instance.complexes.size(); subject++) {
      boolean in =
          subject < blocks
              ? !decisions.ratio(subject).isZero()
              : decisions.active().get(subject - blocks)
                  && instance.complexes.get(subject - blocks).on >= 0;
      double each = face.tiedSurplus(subject);
      if (in && each < least) {
        worst = subject;
        least = each;
      }
    }
    if (worst < 0) {
      return null;
    }
    return worst < blocks
        ? whole(decisions.with(worst, Ratio.ZERO))
        : decisions.without(worst - blocks);
  }

  private Allocation withReinsertions(Allocation start, PriceFace startFace) {
    Allocation best = start;
    PriceFace face = startFace;
    boolean improved = true;
    while (improved) {
      improved = false;
      for (int b : wouldGain(best, face)) {
        Decisions decisions = whole(best.decisions.with(b, Ratio.ONE));
        if (decisions.ratio(b).isZero()) {
          continue;
        }
        Allocation with = settle.apply(decisions);
        if (with == null || !with.feasible() || with.welfare() <= best.welfare()) {
          continue;
        }
        PriceFace withFace = new PriceFace(instance, with);
        if (withFace.choose() != null) {
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

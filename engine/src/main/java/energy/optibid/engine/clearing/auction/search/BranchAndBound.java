package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Best-first branch and bound over the decisions. A relaxed optimum that is whole is the best of
 * its part; if then nobody loses at some supporting price it is a candidate. If somebody must lose,
 * every feasible allocation in that part rejects at least one of the blocks accepted there: one
 * that kept them all would have at least the same welfare, so the same, and its prices would
 * support this one too (Madani and Van Vyve 2015). So the part splits over the accepted blocks that
 * were free: the first out; the first in and the second out; and so on.
 */
final class BranchAndBound {
  /** Currency by which a better allocation must be better. */
  private static final double IMPROVES = 2 * Master.CONVERGED;

  private static final double WHOLE = 1e-7;
  private static final double MILLION = 1e6;
  private static final int FIRST_REPAIRS = 20;
  private static final int REPAIR_EVERY = 10;

  private final Instance instance;
  private final long budget;
  private final BooleanSupplier stop;
  private final Master master;
  private final WholeLots wholeLots;
  private final Repair repair;
  private final PriceCuts priceCuts;
  private final boolean incomes;
  private final PriorityQueue<Node> open = new PriorityQueue<>();
  private long born;
  private long processed;
  private double rootBound = Double.POSITIVE_INFINITY;
  private @Nullable Allocation best;

  BranchAndBound(Instance instance, long budget, BooleanSupplier stop) {
    this.instance = instance;
    this.budget = budget;
    this.stop = stop;
    this.master = new Master(instance);
    this.wholeLots = new WholeLots(instance);
    this.repair = new Repair(instance, this::settled);
    this.priceCuts = new PriceCuts(instance);
    this.incomes = instance.complexes.stream().anyMatch(complex -> complex.on >= 0);
    offerIfFeasible(settled(Decisions.none(instance)));
  }

  /**
   * How the search ended.
   *
   * @param gap currency by which a better allocation could be better
   */
  record Found(Allocation best, Search.End end, long work, double gap) {}

  Found run() {
    Search.End end = Search.End.OPTIMAL;
    if (!instance.columns.isEmpty()) {
      push(Bounds.ROOT, Double.POSITIVE_INFINITY);
    }
    while (!open.isEmpty() && open.element().bound() > cutoff()) {
      if (work() >= budget) {
        end = Search.End.BUDGET_SPENT;
        break;
      }
      if (stop.getAsBoolean()) {
        end = Search.End.STOPPED;
        break;
      }
      process(open.remove());
      processed++;
    }
    Allocation found = best;
    if (found == null) {
      throw new InfeasibleClearingException(Power.ZERO);
    }
    double gap = 0;
    if (end != Search.End.OPTIMAL) {
      gap = Math.max(0, Math.min(open.element().bound(), rootBound) - found.welfare());
    }
    return new Found(found, end, work(), gap);
  }

  private long work() {
    return master.work() + instance.plain.markets().stream().mapToLong(PeriodMarket::work).sum();
  }

  private double cutoff() {
    return best == null ? Double.NEGATIVE_INFINITY : best.welfare() + IMPROVES;
  }

  private void push(Bounds bounds, double bound) {
    open.add(new Node(bounds, bound, born++));
  }

  private void process(Node node) {
    if (!master.solve(node.bounds(), cutoff()) || master.bound() <= cutoff()) {
      return;
    }
    double bound = Math.min(node.bound(), master.bound());
    if (processed == 0) {
      rootBound = bound;
    }
    int[] bothWays = bothWays();
    if (bothWays.length > 0) {
      push(node.bounds().with(bothWays[0], 0, 0), bound);
      push(node.bounds().with(bothWays[1], 0, 0), bound);
      return;
    }
    int fractional = fractional();
    if (fractional < 0) {
      whole(node.bounds(), bound);
      return;
    }
    push(node.bounds().with(fractional, 0, 0), bound);
    push(node.bounds().with(fractional, instance.columns.get(fractional).least(), 1), bound);
    if (repairs()) {
      offer(repair.feasible(decisions(node.bounds())));
    }
  }

  /** A lossy line that flows both ways at once would burn what nobody wants: it must choose. */
  private int[] bothWays() {
    for (int[] ways : instance.network.lossyWays()) {
      if (master.x(ways[0]) > WHOLE && master.x(ways[1]) > WHOLE) {
        return ways;
      }
    }
    return new int[0];
  }

  private boolean repairs() {
    return processed < FIRST_REPAIRS || processed % REPAIR_EVERY == 0;
  }

  /** The open decision that matters most: far from both answers, with much energy; −1 if none. */
  private int fractional() {
    int most = -1;
    double highest = 0;
    for (int j = 0; j < instance.blocks.size(); j++) {
      double least = instance.columns.get(j).least();
      double x = master.x(j);
      double open = Math.min(x, least - x) / least;
      if (open > WHOLE) {
        double weight = open * (1 + Math.abs(instance.columns.get(j).value()));
        if (weight > highest) {
          most = j;
          highest = weight;
        }
      }
    }
    return most;
  }

  /** The relaxed optimum in whole decisions; what is open goes to the nearer side. */
  private Decisions decisions(Bounds bounds) {
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
  private @Nullable Allocation settled(Decisions decisions) {
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
      if (!master.solve(bounds, Double.NEGATIVE_INFINITY)) {
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

  private void offer(@Nullable Allocation candidate) {
    if (candidate != null && (best == null || candidate.welfare() > best.welfare())) {
      best = candidate;
    }
  }

  private void offerIfFeasible(@Nullable Allocation candidate) {
    if (candidate != null
        && candidate.feasible()
        && new PriceFace(instance, candidate).choose() != null) {
      offer(candidate);
    }
  }

  private void whole(Bounds bounds, double bound) {
    Allocation allocation = Allocation.of(instance, decisions(bounds));
    PriceFace face = new PriceFace(instance, allocation);
    if (allocation.feasible() && face.choose() != null) {
      offer(allocation);
      return;
    }
    split(bounds, bound, allocation, face);
    if (repairs()) {
      offer(repair.feasible(allocation.decisions));
    }
  }

  /** Over blocks that would have to leave and, where incomes count, over all that could differ. */
  private void split(Bounds bounds, double bound, Allocation allocation, PriceFace face) {
    double[] low = master.lower(bounds);
    double[] high = master.upper(bounds);
    List<Integer> losers = face.losers();
    priceCuts.of(allocation, losers).forEach(master::add);
    List<Integer> subjects = new ArrayList<>();
    int count = instance.blocks.size() + instance.complexes.size();
    double[] rank = new double[count];
    for (int subject = 0; subject < count; subject++) {
      int column = columnOf(subject);
      boolean in = isIn(allocation, subject);
      if (column >= 0 && (in ? low[column] == 0 : incomes && high[column] > 0)) {
        subjects.add(subject);
        rank[subject] = in ? face.tiedSurplus(subject) : Double.MAX_VALUE;
        rank[subject] -= losers.contains(subject) ? 1e15 : 0;
      }
    }
    subjects.sort(
        Comparator.<Integer>comparingDouble(subject -> rank[subject]).thenComparing(s -> s));
    Bounds kept = bounds;
    for (int subject : subjects) {
      int column = columnOf(subject);
      double least = column < instance.blocks.size() ? instance.columns.get(column).least() : 1;
      boolean in = isIn(allocation, subject);
      push(in ? kept.with(column, 0, 0) : kept.with(column, least, 1), bound);
      kept = in ? kept.with(column, least, 1) : kept.with(column, 0, 0);
    }
    // the same blocks at other ratios: a relation to others may have cut one that gains, which a
    // market that wants cut blocks at the money takes in full or not at all
    for (int b = 0; b < instance.blocks.size(); b++) {
      Ratio ratio = allocation.ratio(b);
      if (!ratio.isZero() && ratio.compareTo(Ratio.ONE) < 0 && low[b] < 1 && high[b] == 1) {
        push(kept.with(b, 1, 1), bound);
      }
    }
  }

  private int columnOf(int subject) {
    int blocks = instance.blocks.size();
    return subject < blocks ? subject : instance.complexes.get(subject - blocks).on;
  }

  private boolean isIn(Allocation allocation, int subject) {
    int blocks = instance.blocks.size();
    return subject < blocks
        ? !allocation.ratio(subject).isZero()
        : allocation.decisions.active().get(subject - blocks);
  }
}

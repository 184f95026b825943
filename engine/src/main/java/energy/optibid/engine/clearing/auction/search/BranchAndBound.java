package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import java.util.ArrayList;
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

  private static final int FIRST_REPAIRS = 20;
  private static final int REPAIR_EVERY = 10;

  private final Instance instance;
  private final long budget;
  private final BooleanSupplier stop;
  private final Master master;
  private final WholeDecisions whole;
  private final Repair repair;
  private final PriceCuts priceCuts;
  private final boolean incomes;
  private final PriorityQueue<Node> open = new PriorityQueue<>();
  private long born;
  private long processed;
  private @Nullable Allocation best;

  BranchAndBound(Instance instance, long budget, BooleanSupplier stop) {
    this.instance = instance;
    this.budget = budget;
    this.stop = stop;
    this.master = new Master(instance);
    this.whole = new WholeDecisions(instance, master);
    this.repair = new Repair(instance, whole::settled);
    this.priceCuts = new PriceCuts(instance);
    this.incomes = instance.complexes.stream().anyMatch(complex -> complex.on >= 0);
    offerIfFeasible(whole.settled(Decisions.none(instance)));
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
      // the root is begun in any case: without it nobody knows how good an answer could be
      if (processed > 0 && isOver()) {
        end = stop.getAsBoolean() ? Search.End.STOPPED : Search.End.BUDGET_SPENT;
        break;
      }
      process(open.remove());
      processed++;
    }
    return new Found(best(end), end, work(), end == Search.End.OPTIMAL ? 0 : gap());
  }

  private boolean isOver() {
    return work() >= budget || stop.getAsBoolean();
  }

  private Allocation best(Search.End end) {
    Allocation found = best;
    if (found == null) {
      throw new InfeasibleClearingException(
          end == Search.End.OPTIMAL
              ? "orders and links cannot meet the fixed exchanges, whatever is accepted"
              : "no feasible answer was found with the work allowed");
    }
    return found;
  }

  /** Currency that open parts could still gain. */
  private double gap() {
    double most = open.isEmpty() ? Double.NEGATIVE_INFINITY : open.element().bound();
    Allocation found = best;
    return found == null ? 0 : Math.max(0, most - found.welfare());
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
    if (!master.solve(node.bounds(), cutoff(), this::isOver) || master.bound() <= cutoff()) {
      return;
    }
    double bound = Math.min(node.bound(), master.bound());
    if (!master.isConverged()) {
      push(node.bounds(), bound);
      offer(repair.feasible(whole.decisions(node.bounds())));
      return;
    }
    int[] bothWays = whole.bothWays();
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
      offer(repair.feasible(whole.decisions(node.bounds())));
    }
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
      if (open > WholeDecisions.WHOLE) {
        double weight = open * (1 + Math.abs(instance.columns.get(j).value()));
        if (weight > highest) {
          most = j;
          highest = weight;
        }
      }
    }
    return most;
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
    Allocation allocation = Allocation.of(instance, whole.decisions(bounds));
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

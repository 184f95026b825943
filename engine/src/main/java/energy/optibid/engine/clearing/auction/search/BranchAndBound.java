package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Best-first branch and bound over the blocks' decisions. A relaxed optimum that is whole is the
 * best of its part; if then nobody loses at some supporting price it is a candidate. If somebody
 * must lose, every feasible allocation in that part rejects at least one of the blocks accepted
 * there: one that kept them all would have at least the same welfare, so the same, and its prices
 * would support this one too (Madani and Van Vyve 2015). So the part splits over the accepted
 * blocks that were free: the first out; the first in and the second out; and so on.
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
  private final Repair repair;
  private final PriorityQueue<Node> open = new PriorityQueue<>();
  private long born;
  private long processed;
  private Allocation best;

  BranchAndBound(Instance instance, long budget, BooleanSupplier stop) {
    this.instance = instance;
    this.budget = budget;
    this.stop = stop;
    Ratio[] none = new Ratio[instance.blocks.size()];
    Arrays.fill(none, Ratio.ZERO);
    this.best = Allocation.of(instance, none);
    if (!best.feasible()) {
      throw new InfeasibleClearingException(Power.ZERO);
    }
    this.master =
        new Master(
            instance.columns,
            instance.rows,
            instance.markets,
            instance.moneyPerLot,
            instance.zones.size());
    this.repair = new Repair(instance);
  }

  /** How the search ended. */
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
      Node node = open.remove();
      process(node);
      processed++;
    }
    double gap = 0;
    if (end != Search.End.OPTIMAL) {
      gap = Math.max(0, open.element().bound() - best.welfare());
    }
    return new Found(best, end, work(), gap);
  }

  private long work() {
    return master.work() + instance.markets.stream().mapToLong(market -> market.work()).sum();
  }

  private double cutoff() {
    return best.welfare() + IMPROVES;
  }

  private void push(Bounds bounds, double bound) {
    open.add(new Node(bounds, bound, born++));
  }

  private void process(Node node) {
    if (!master.solve(node.bounds(), cutoff()) || master.bound() <= cutoff()) {
      return;
    }
    double bound = Math.min(node.bound(), master.bound());
    int fractional = fractional();
    if (fractional < 0) {
      whole(node.bounds(), bound);
      return;
    }
    if (processed < FIRST_REPAIRS || processed % REPAIR_EVERY == 0) {
      offer(repair.feasible(ratios(true)));
    }
    if (bound > cutoff()) {
      push(node.bounds().with(fractional, 0, 0), bound);
      push(node.bounds().with(fractional, instance.columns.get(fractional).least(), 1), bound);
    }
  }

  /** The open decision that matters most: far from both answers, with much energy; −1 if none. */
  private int fractional() {
    int most = -1;
    double highest = WHOLE;
    for (int j = 0; j < instance.blocks.size(); j++) {
      double least = instance.columns.get(j).least();
      double x = master.x(j);
      double open = Math.min(x, least - x) / least;
      if (open > WHOLE) {
        double weight = open * Math.abs(instance.columns.get(j).value());
        if (weight > highest || most < 0) {
          most = j;
          highest = weight;
        }
      }
    }
    return most;
  }

  /** The ratios of the relaxed optimum; what is open goes to the nearer side. */
  private Ratio[] ratios(boolean nearer) {
    Ratio[] ratios = new Ratio[instance.blocks.size()];
    for (int b = 0; b < ratios.length; b++) {
      double least = instance.columns.get(b).least();
      double x = master.x(b);
      if (x < least - WHOLE) {
        boolean up = nearer && x >= least / 2;
        x = up ? least : 0;
      }
      // rounded up, so that the period whose merit order has a corner there reaches it
      long millionths = (long) Math.ceil((x - 1e-9) * MILLION);
      ratios[b] = new Ratio(Math.max(0, Math.min((long) MILLION, millionths)));
    }
    return ratios;
  }

  private void offer(Allocation candidate) {
    if (candidate.welfare() > best.welfare()) {
      best = candidate;
    }
  }

  private void whole(Bounds bounds, double bound) {
    Allocation allocation = Allocation.of(instance, ratios(false));
    PriceFace face = new PriceFace(instance, allocation);
    if (allocation.feasible() && face.choose() != null) {
      offer(allocation);
      return;
    }
    if (processed < FIRST_REPAIRS || processed % REPAIR_EVERY == 0) {
      offer(repair.feasible(allocation.ratios()));
    }
    split(bounds, bound, allocation, face);
  }

  private void split(Bounds bounds, double bound, Allocation allocation, PriceFace face) {
    double[] low = instance.columns.stream().mapToDouble(Column::lower).toArray();
    double[] high = instance.columns.stream().mapToDouble(Column::upper).toArray();
    bounds.apply(low, high);
    List<Integer> losers = face.losers();
    List<Integer> accepted = new ArrayList<>();
    double[] surplus = new double[instance.blocks.size()];
    for (int b = 0; b < surplus.length; b++) {
      if (!allocation.ratio(b).isZero() && low[b] == 0) {
        accepted.add(b);
        surplus[b] = face.tiedSurplus(b) - (losers.contains(b) ? 1e18 : 0);
      }
    }
    accepted.sort(Comparator.<Integer>comparingDouble(b -> surplus[b]).thenComparing(b -> b));
    Bounds in = bounds;
    for (int b : accepted) {
      push(in.with(b, 0, 0), bound);
      in = in.with(b, instance.columns.get(b).least(), 1);
    }
  }
}

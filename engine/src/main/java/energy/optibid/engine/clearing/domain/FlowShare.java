package energy.optibid.engine.clearing.domain;

import java.util.Arrays;

/**
 * Settles what prices leave open. Among all allocations of equal welfare and volume it takes the
 * one with least Σ flow²/capacity, the capacity being that of the flow's direction.
 *
 * <p>Any optimal prices describe the whole optimal face: links between equal prices are free within
 * their limits, a zone is free along the level at its price, all else stands still. On that face a
 * separable convex cost is minimised in whole lots by cancelling gaining cycles of 2ᵏ lots, k
 * falling to zero; without a gaining cycle of one lot the result is optimal (Ahuja, Magnanti and
 * Orlin 1993, §14.5). Costs are integers in 2⁻³² per lot, far finer than what one lot changes.
 */
final class FlowShare {
  private static final int COST_BITS = 32;

  private final Network network;
  private final int linkCount;
  private final boolean[] free;
  private final long[][] range;

  FlowShare(Network network, long[] keys) {
    this.network = network;
    this.linkCount = network.flow.length;
    this.free = new boolean[linkCount];
    for (int i = 0; i < linkCount; i++) {
      free[i] = keys[network.from[i]] == keys[network.to[i]];
    }
    this.range = new long[network.ground][];
    for (int node = 0; node < network.ground; node++) {
      range[node] = network.meritOrders.get(node).rangeAt(keys[node]);
    }
  }

  void settle() {
    long widest = 0;
    for (int i = 0; i < linkCount; i++) {
      widest = free[i] ? Math.max(widest, network.forward[i] + network.reverse[i]) : widest;
    }
    for (long lots = Long.highestOneBit(widest); lots > 0; lots /= 2) {
      while (cancelGainingCycle(lots)) {
        // each cancelled cycle lowers an integer cost, so this ends
      }
    }
  }

  private boolean cancelGainingCycle(long lots) {
    int nodeCount = network.ground + 1;
    int arcCount = 2 * linkCount + 2 * network.ground;
    long[] cost = new long[arcCount];
    boolean[] open = new boolean[arcCount];
    for (int arc = 0; arc < arcCount; arc++) {
      open[arc] = room(arc) >= lots;
      cost[arc] = open[arc] && arc < 2 * linkCount ? linkCost(arc, lots) : 0;
    }
    long[] least = new long[nodeCount];
    int[] lastArc = new int[nodeCount];
    Arrays.fill(lastArc, -1);
    int changedHead = -1;
    for (int pass = 0; pass < nodeCount; pass++) {
      changedHead = -1;
      for (int arc = 0; arc < arcCount; arc++) {
        if (open[arc] && least[tail(arc)] + cost[arc] < least[head(arc)]) {
          least[head(arc)] = least[tail(arc)] + cost[arc];
          lastArc[head(arc)] = arc;
          changedHead = head(arc);
        }
      }
      if (changedHead < 0) {
        return false;
      }
    }
    int onCycle = changedHead;
    for (int i = 0; i < nodeCount; i++) {
      onCycle = tail(lastArc[onCycle]);
    }
    int node = onCycle;
    do {
      push(lastArc[node], lots);
      node = tail(lastArc[node]);
    } while (node != onCycle);
    return true;
  }

  /** Cost of moving some lots along an arc, per lot. */
  private long linkCost(int arc, long lots) {
    int i = arc / 2;
    return arc % 2 == 0 ? slope(i, network.flow[i], lots) : -slope(i, network.flow[i] - lots, lots);
  }

  /** (C(f + lots) − C(f)) / lots for C(f) = f²/capacity. */
  private long slope(int i, long f, long lots) {
    if (f >= 0) {
      return ((2 * f + lots) << COST_BITS) / network.forward[i];
    }
    if (f + lots <= 0) {
      return -(((-2 * f - lots) << COST_BITS) / network.reverse[i]);
    }
    return part(f + lots, network.forward[i], lots) - part(-f, network.reverse[i], lots);
  }

  /** f²/capacity/lots for 0 < f ≤ capacity and f < lots. */
  private static long part(long f, long capacity, long lots) {
    return (f << COST_BITS) / capacity * f / lots;
  }

  private int tail(int arc) {
    if (arc < 2 * linkCount) {
      return arc % 2 == 0 ? network.from[arc / 2] : network.to[arc / 2];
    }
    return arc % 2 == 0 ? network.ground : arc / 2 - linkCount;
  }

  private int head(int arc) {
    return tail(arc ^ 1);
  }

  private long room(int arc) {
    int i = arc / 2;
    if (arc < 2 * linkCount) {
      if (!free[i]) {
        return 0;
      }
      return arc % 2 == 0
          ? network.forward[i] - network.flow[i]
          : network.flow[i] + network.reverse[i];
    }
    int node = i - linkCount;
    long position = network.meritOrders.get(node).position();
    return arc % 2 == 0 ? range[node][1] - position : position - range[node][0];
  }

  private void push(int arc, long lots) {
    long signed = arc % 2 == 0 ? lots : -lots;
    if (arc < 2 * linkCount) {
      network.flow[arc / 2] += signed;
    } else {
      network.meritOrders.get(arc / 2 - linkCount).move(signed);
    }
  }
}

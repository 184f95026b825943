package energy.optibid.engine.clearing.domain;

import java.util.Arrays;

/**
 * Every allocation of equal welfare and volume. Any optimal prices describe all of it: links
 * between equal prices are free within their limits, a zone is free along the level at its price,
 * all else stands still.
 *
 * <p>On it a separable convex cost is minimised in whole lots by cancelling gaining cycles of 2ᵏ
 * lots, k falling to zero; without a gaining cycle of one lot the result is optimal (Ahuja,
 * Magnanti and Orlin 1993, §14.5).
 */
final class OptimalFace {
  /** What it costs per lot to move some lots along an arc with room for them. */
  @FunctionalInterface
  interface ArcCost {
    long perLot(int arc, long lots);
  }

  private final Network network;
  private final ResidualGraph graph;
  private final int linkCount;
  private final boolean[] free;
  private final long[][] range;

  OptimalFace(Network network, long[] keys) {
    this.network = network;
    this.graph = new ResidualGraph(network);
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

  /** The positions a node may take: {lowest, highest}. */
  long[] range(int node) {
    return range[node];
  }

  /** From here on every zone keeps its net injection; flows and border nodes stay free. */
  void keepInjections() {
    for (int node = 0; node < network.zoneCount; node++) {
      Arrays.fill(range[node], network.meritOrders.get(node).position());
    }
  }

  void minimise(ArcCost cost) {
    long widest = 0;
    for (int i = 0; i < linkCount; i++) {
      widest = free[i] ? Math.max(widest, network.forward[i] + network.reverse[i]) : widest;
    }
    for (long lots = Long.highestOneBit(widest); lots > 0; lots /= 2) {
      // each cancelled cycle lowers an integer cost, so this ends
      boolean gained = true;
      while (gained) {
        gained = cancelGainingCycle(cost, lots);
      }
    }
  }

  private boolean cancelGainingCycle(ArcCost arcCost, long lots) {
    int nodeCount = network.ground + 1;
    long[] cost = new long[graph.arcCount()];
    boolean[] open = new boolean[graph.arcCount()];
    for (int arc = 0; arc < open.length; arc++) {
      open[arc] = room(arc) >= lots;
      cost[arc] = open[arc] ? arcCost.perLot(arc, lots) : 0;
    }
    long[] least = new long[nodeCount];
    int[] lastArc = new int[nodeCount];
    int changedHead = -1;
    for (int pass = 0; pass < nodeCount; pass++) {
      changedHead = -1;
      for (int arc = 0; arc < open.length; arc++) {
        int head = graph.head(arc);
        if (open[arc] && least[graph.tail(arc)] + cost[arc] < least[head]) {
          least[head] = least[graph.tail(arc)] + cost[arc];
          lastArc[head] = arc;
          changedHead = head;
        }
      }
      if (changedHead < 0) {
        return false;
      }
    }
    int onCycle = changedHead;
    for (int i = 0; i < nodeCount; i++) {
      onCycle = graph.tail(lastArc[onCycle]);
    }
    int node = onCycle;
    do {
      graph.push(lastArc[node], lots);
      node = graph.tail(lastArc[node]);
    } while (node != onCycle);
    return true;
  }

  private long room(int arc) {
    if (arc < 2 * linkCount) {
      return free[arc / 2] ? graph.room(arc) : 0;
    }
    int node = arc / 2 - linkCount;
    long position = network.meritOrders.get(node).position();
    return arc % 2 == 0 ? range[node][1] - position : position - range[node][0];
  }
}

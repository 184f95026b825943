package energy.optibid.engine.clearing.domain;

import java.util.Arrays;

/**
 * What one more lot may do, as arcs with a cost and a room: over each link either way at no cost,
 * from the ground into a node by its rising level, from a node to the ground by its falling one.
 * Few nodes and arcs, so Bellman–Ford is quick and needs no care for negative costs.
 */
final class ResidualGraph {
  static final long UNREACHED = Long.MAX_VALUE;

  private final Network network;
  private final int nodeCount;
  private final int linkCount;

  ResidualGraph(Network network) {
    this.network = network;
    this.nodeCount = network.ground + 1;
    this.linkCount = network.flow.length;
  }

  /** Arcs 2i and 2i+1 are link i forward and back; then for each node into it and out of it. */
  int arcCount() {
    return 2 * linkCount + 2 * network.ground;
  }

  int tail(int arc) {
    if (arc < 2 * linkCount) {
      return arc % 2 == 0 ? network.from[arc / 2] : network.to[arc / 2];
    }
    return arc % 2 == 0 ? network.ground : (arc - 2 * linkCount) / 2;
  }

  int head(int arc) {
    return tail(arc ^ 1);
  }

  long room(int arc) {
    int i = arc / 2;
    if (arc < 2 * linkCount) {
      return arc % 2 == 0
          ? network.forward[i] - network.flow[i]
          : network.flow[i] + network.reverse[i];
    }
    MeritOrder order = network.meritOrders.get(i - linkCount);
    if (arc % 2 == 0) {
      return order.canRise() ? order.riseRoom() : 0;
    }
    return order.canFall() ? order.fallRoom() : 0;
  }

  /** Cost of one lot in keys; defined where there is room. */
  long key(int arc) {
    if (arc < 2 * linkCount) {
      return 0;
    }
    MeritOrder order = network.meritOrders.get(arc / 2 - linkCount);
    return arc % 2 == 0 ? order.riseKey() : -order.fallKey();
  }

  void push(int arc, long lots) {
    long signed = arc % 2 == 0 ? lots : -lots;
    if (arc < 2 * linkCount) {
      network.flow[arc / 2] += signed;
    } else {
      network.meritOrders.get(arc / 2 - linkCount).move(signed);
    }
  }

  /**
   * Least key of a path from one node to every node, and in {@code lastArc} the arc that ends it.
   */
  long[] leastKeys(int source, int[] lastArc) {
    long[] least = new long[nodeCount];
    Arrays.fill(least, UNREACHED);
    Arrays.fill(lastArc, -1);
    least[source] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int arc = 0; arc < arcCount(); arc++) {
        int tail = tail(arc);
        if (least[tail] == UNREACHED || room(arc) == 0) {
          continue;
        }
        long through = least[tail] + key(arc);
        if (through < least[head(arc)]) {
          least[head(arc)] = through;
          lastArc[head(arc)] = arc;
          changed = true;
        }
      }
    }
    return least;
  }
}

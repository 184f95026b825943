package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Maximises welfare, then volume, by successive shortest augmenting paths (Busacker–Gowen; Ahuja,
 * Magnanti and Orlin 1993, §9.7). It starts from one price for all zones with links idle, where no
 * cycle gains anything but zones are out of balance, and sends each surplus along the cheapest path
 * to a shortage, up to the next price level or limit; each such step leaves no gaining cycle, so
 * balance reached is the optimum.
 */
final class WelfareFlow {
  private final Network network;
  private final ResidualGraph graph;

  WelfareFlow(Network network) {
    this.network = network;
    this.graph = new ResidualGraph(network);
  }

  /** Moves the network's merit orders and flows to the optimum. */
  void solve(long kilowattsPerLot) {
    startAtOnePrice();
    rebalance(kilowattsPerLot);
  }

  /**
   * From an optimum whose fixed exports have changed to the new optimum: what was optimal gains on
   * no cycle, so only the change has to find its way.
   *
   * @return augmentations it took
   */
  int rebalance(long kilowattsPerLot) {
    int augmentations = 0;
    long[] surplus = surplus();
    int[] lastArc = new int[network.ground + 1];
    for (int source = 0; source <= network.ground; source++) {
      while (surplus[source] > 0) {
        long[] least = graph.leastKeys(source, lastArc);
        int sink = nearestShortage(surplus, least);
        if (sink < 0) {
          throw new InfeasibleClearingException(
              new Power(Math.multiplyExact(surplus[source], kilowattsPerLot)));
        }
        augment(surplus, source, sink, lastArc);
        augmentations++;
      }
    }
    return augmentations;
  }

  private void startAtOnePrice() {
    long start = keyOfOnePrice();
    for (int zone = 0; zone < network.zoneCount; zone++) {
      MeritOrder order = network.meritOrders.get(zone);
      order.moveTo(order.positionAt(start));
    }
    for (int i = 0; i < network.flow.length; i++) {
      int from = network.from[i];
      int to = network.to[i];
      long keyFrom = network.isBorder(from) ? network.meritOrders.get(from).riseKey() : start;
      long keyTo = network.isBorder(to) ? network.meritOrders.get(to).riseKey() : start;
      if (keyFrom < keyTo) {
        network.flow[i] = network.forward[i];
      } else if (keyFrom > keyTo) {
        network.flow[i] = -network.reverse[i];
      }
    }
  }

  /** The least key at which all zones together inject at least their fixed exports. */
  private long keyOfOnePrice() {
    List<Long> keys = new ArrayList<>();
    for (int zone = 0; zone < network.zoneCount; zone++) {
      for (long key : network.meritOrders.get(zone).keys()) {
        keys.add(key);
      }
    }
    if (keys.isEmpty()) {
      return 0;
    }
    Collections.sort(keys);
    int low = 0;
    int high = keys.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      long balance = 0;
      for (int zone = 0; zone < network.zoneCount; zone++) {
        balance +=
            network.meritOrders.get(zone).positionAt(keys.get(middle)) - network.export[zone];
      }
      if (balance >= 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return keys.get(low);
  }

  /** Lots each node has too many (the ground takes the difference); border nodes are balanced. */
  private long[] surplus() {
    long[] outflow = new long[network.ground];
    for (int i = 0; i < network.flow.length; i++) {
      outflow[network.from[i]] += network.flow[i];
      outflow[network.to[i]] -= network.flow[i];
    }
    long[] surplus = new long[network.ground + 1];
    for (int node = 0; node < network.ground; node++) {
      MeritOrder order = network.meritOrders.get(node);
      if (network.isBorder(node)) {
        order.moveTo(outflow[node]);
      } else {
        surplus[node] = order.position() - network.export[node] - outflow[node];
        surplus[network.ground] -= surplus[node];
      }
    }
    return surplus;
  }

  private static int nearestShortage(long[] surplus, long[] least) {
    int nearest = -1;
    for (int node = 0; node < surplus.length; node++) {
      if (surplus[node] < 0
          && least[node] != ResidualGraph.UNREACHED
          && (nearest < 0 || least[node] < least[nearest])) {
        nearest = node;
      }
    }
    return nearest;
  }

  private void augment(long[] surplus, int source, int sink, int[] lastArc) {
    long lots = Math.min(surplus[source], -surplus[sink]);
    for (int node = sink; node != source; node = graph.tail(lastArc[node])) {
      lots = Math.min(lots, graph.room(lastArc[node]));
    }
    for (int node = sink; node != source; node = graph.tail(lastArc[node])) {
      graph.push(lastArc[node], lots);
    }
    surplus[source] -= lots;
    surplus[sink] += lots;
  }
}

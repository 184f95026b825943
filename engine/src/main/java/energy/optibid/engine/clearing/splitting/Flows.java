package energy.optibid.engine.clearing.splitting;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether links can carry what the zones of a region send and take in; a maximum flow by shortest
 * augmenting paths (Edmonds and Karp 1972), on a dozen zones.
 */
final class Flows {
  private final int source;
  private final int sink;
  private final long[][] room;
  private long[][] limit = {};
  private long missing;

  private Flows(int zones) {
    this.source = zones;
    this.sink = zones + 1;
    this.room = new long[zones + 2][zones + 2];
  }

  /**
   * The flow of a region.
   *
   * @param surplus units each zone has to send over the links, by zone; negative: to take in
   */
  static Flows of(List<Integer> region, long[] surplus, List<Arc> arcs) {
    Flows flows = new Flows(surplus.length);
    boolean[] inside = new boolean[surplus.length];
    region.forEach(zone -> inside[zone] = true);
    for (Arc arc : arcs) {
      if (inside[arc.from()] && inside[arc.to()]) {
        flows.room[arc.from()][arc.to()] += arc.forward();
        flows.room[arc.to()][arc.from()] += arc.reverse();
      }
    }
    for (int zone : region) {
      flows.room[flows.source][zone] = Math.max(surplus[zone], 0);
      flows.room[zone][flows.sink] = Math.max(-surplus[zone], 0);
      flows.missing += Math.max(surplus[zone], 0);
    }
    flows.limit = Arrays.stream(flows.room).map(long[]::clone).toArray(long[][]::new);
    flows.augment();
    return flows;
  }

  /** A link between two zones with its limits in units. */
  record Arc(int from, int to, long reverse, long forward) {}

  /** How much of the surplus finds no way. */
  long missing() {
    return missing;
  }

  /**
   * What each link inside the region carries, by the link's place in the list; of parallel links
   * the first is filled first.
   */
  Map<Integer, Long> carried(List<Arc> arcs, List<Integer> region) {
    long[][] left = new long[source][source];
    for (int i : region) {
      for (int j : region) {
        left[i][j] = limit[i][j] - room[i][j];
      }
    }
    Map<Integer, Long> carried = new TreeMap<>();
    for (int i = 0; i < arcs.size(); i++) {
      Arc arc = arcs.get(i);
      if (region.contains(arc.from()) && region.contains(arc.to())) {
        long flow = Math.max(-arc.reverse(), Math.min(arc.forward(), left[arc.from()][arc.to()]));
        left[arc.from()][arc.to()] -= flow;
        left[arc.to()][arc.from()] += flow;
        carried.put(i, flow);
      }
    }
    return carried;
  }

  /** The zones that keep a surplus although every link out of them is full. */
  boolean[] exporting() {
    boolean[] reached = new boolean[room.length];
    search(reached, new int[room.length]);
    return Arrays.copyOf(reached, source);
  }

  private void augment() {
    int[] previous = new int[room.length];
    while (search(new boolean[room.length], previous)) {
      long amount = Long.MAX_VALUE;
      for (int node = sink; node != source; node = previous[node]) {
        amount = Math.min(amount, room[previous[node]][node]);
      }
      for (int node = sink; node != source; node = previous[node]) {
        room[previous[node]][node] -= amount;
        room[node][previous[node]] += amount;
      }
      missing -= amount;
    }
  }

  private boolean search(boolean[] reached, int[] previous) {
    Deque<Integer> queue = new ArrayDeque<>();
    queue.add(source);
    reached[source] = true;
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int next = 0; next < room.length; next++) {
        if (!reached[next] && room[node][next] > 0) {
          reached[next] = true;
          previous[next] = node;
          queue.add(next);
        }
      }
    }
    return reached[sink];
  }
}

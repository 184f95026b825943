package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.ClearingRules;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The prices that support an optimal allocation. Each arc with room for one more lot is a
 * constraint between two prices (complementary slackness), so the set is closed under taking the
 * larger or the smaller of two vectors: it has a highest and a lowest one, found by carrying bounds
 * along the links, and every zone's interval is attained by both at once. The price limits only
 * clamp it.
 */
final class SupportingPrices {
  final long[] low;
  final long[] high;
  private final long @Nullable [] chosen;

  private SupportingPrices(long[] low, long[] high, long @Nullable [] chosen) {
    this.low = low;
    this.high = high;
    this.chosen = chosen;
  }

  /** The same set, of which somebody else chose a point: one price for each zone. */
  SupportingPrices choosing(long[] point) {
    return new SupportingPrices(low, high, point.clone());
  }

  /** In prices, within the limits. */
  static SupportingPrices of(Network network, ClearingRules rules) {
    return carry(
        network, rules.floor().tenThousandths(), rules.cap().tenThousandths(), MeritOrder::price);
  }

  /** In keys, where they also support the greatest volume; limits lie outside every key. */
  static SupportingPrices ofKeys(Network network, ClearingRules rules) {
    return carry(
        network,
        MeritOrder.KEY_PER_PRICE * (rules.floor().tenThousandths() - 1),
        MeritOrder.KEY_PER_PRICE * (rules.cap().tenThousandths() + 1),
        key -> key);
  }

  private static SupportingPrices carry(
      Network network, long floor, long cap, LongUnaryOperator valueOfKey) {
    long[] low = new long[network.ground];
    long[] high = new long[network.ground];
    for (int node = 0; node < network.ground; node++) {
      MeritOrder order = network.meritOrders.get(node);
      low[node] = order.canFall() ? valueOfKey.applyAsLong(order.fallKey()) : floor;
      high[node] = order.canRise() ? valueOfKey.applyAsLong(order.riseKey()) : cap;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < network.flow.length; i++) {
        int from = network.from[i];
        int to = network.to[i];
        if (network.flow[i] < network.forward[i]) {
          changed |= orderPrices(low, high, from, to);
        }
        if (network.flow[i] > -network.reverse[i]) {
          changed |= orderPrices(low, high, to, from);
        }
      }
    }
    return new SupportingPrices(low, high, null);
  }

  /**
   * One more lot can flow from → to, so the price of {@code to} is at most that of {@code from}.
   */
  private static boolean orderPrices(long[] low, long[] high, int from, int to) {
    boolean changed = false;
    if (high[to] > high[from]) {
      high[to] = high[from];
      changed = true;
    }
    if (low[from] < low[to]) {
      low[from] = low[to];
      changed = true;
    }
    return changed;
  }

  /**
   * The chosen price, or the tie rule's; the middle is rounded down, which keeps order and equality
   * between zones.
   */
  long price(int node, ClearingRules rules) {
    if (chosen != null && node < chosen.length) {
      return chosen[node];
    }
    return switch (rules.tie()) {
      case LOWEST -> low[node];
      case HIGHEST -> high[node];
      case MIDPOINT -> Math.floorDiv(low[node] + high[node], 2);
    };
  }
}

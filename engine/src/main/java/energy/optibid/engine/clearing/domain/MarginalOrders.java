package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.MarginalOrder;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;

/** Names the steps that bound each zone's interval, wherever a lot from them can reach the zone. */
final class MarginalOrders {
  private final Network network;
  private final SupportingPrices prices;
  private final List<OrderFill> fills;

  /** {@code reaches[a][b]}: one more lot can travel from node a to node b. */
  private final boolean[][] reaches;

  MarginalOrders(Network network, SupportingPrices prices, List<OrderFill> fills) {
    this.network = network;
    this.prices = prices;
    this.fills = fills;
    this.reaches = closure(network);
  }

  private static boolean[][] closure(Network network) {
    int count = network.ground;
    boolean[][] reaches = new boolean[count][count];
    for (int node = 0; node < count; node++) {
      reaches[node][node] = true;
    }
    for (int i = 0; i < network.flow.length; i++) {
      reaches[network.from[i]][network.to[i]] |= network.flow[i] < network.forward[i];
      reaches[network.to[i]][network.from[i]] |= network.flow[i] > -network.reverse[i];
    }
    for (int via = 0; via < count; via++) {
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          reaches[a][b] |= reaches[a][via] && reaches[via][b];
        }
      }
    }
    return reaches;
  }

  /** Sorted by order id and step, border nodes last. */
  List<MarginalOrder> of(int zone) {
    List<MarginalOrder> marginal = new ArrayList<>();
    for (OrderFill fill : fills) {
      int at = network.node(fill.zone());
      for (int i = 0; i < fill.steps().size(); i++) {
        StepFill step = fill.steps().get(i);
        long price = step.price().tenThousandths();
        boolean morePossible = step.accepted().compareTo(step.offered()) < 0;
        boolean lessPossible = !step.accepted().isZero();
        boolean sell = fill.side() == Side.SELL;
        boolean raises = sell ? morePossible : lessPossible;
        boolean lowers = sell ? lessPossible : morePossible;
        if ((raises && price == prices.high[zone] && reaches[at][zone])
            || (lowers && price == prices.low[zone] && reaches[zone][at])) {
          marginal.add(
              new MarginalOrder(fill.orderId(), i, fill.zone(), fill.side(), step.price()));
        }
      }
    }
    for (int border = network.zoneCount; border < network.ground; border++) {
      String id = network.nodes.get(border);
      Price price = new Price(prices.low[border]);
      if (price.tenThousandths() == prices.high[zone] && reaches[border][zone]) {
        marginal.add(new MarginalOrder(id, -1, id, Side.SELL, price));
      }
      if (price.tenThousandths() == prices.low[zone] && reaches[zone][border]) {
        marginal.add(new MarginalOrder(id, -1, id, Side.BUY, price));
      }
    }
    return marginal;
  }
}

package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Hands the lots of each zone's levels to the steps that stand on them, pro rata. */
final class OrderFills {
  private record Claim(int order, int step, long lots) {}

  private final ClearingRules rules;
  private final Network network;
  private final SupportingPrices prices;
  private final List<Order> orders;
  private final List<long[]> acceptedLots = new ArrayList<>();

  OrderFills(ClearingProblem problem, Network network, SupportingPrices prices) {
    this.rules = problem.rules();
    this.network = network;
    this.prices = prices;
    this.orders = problem.orders().stream().sorted(Comparator.comparing(Order::id)).toList();
    share();
  }

  private void share() {
    // by zone, the steps on its level that is used in part
    List<List<Claim>> claims = new ArrayList<>();
    for (int zone = 0; zone < network.zoneCount; zone++) {
      claims.add(new ArrayList<>());
    }
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      int zone = network.node(order.zone());
      MeritOrder merit = network.meritOrders.get(zone);
      long[] accepted = new long[order.steps().size()];
      acceptedLots.add(accepted);
      for (int step = 0; step < accepted.length; step++) {
        Step offer = order.steps().get(step);
        long lots = offer.quantity().kilowatts() / rules.lot().kilowatts();
        long key = MeritOrder.key(order.side(), offer.price().tenThousandths());
        if (merit.isShared(key)) {
          claims.get(zone).add(new Claim(i, step, lots));
        } else {
          accepted[step] = accepted(order.side(), lots, merit.usedOf(key, lots));
        }
      }
    }
    for (int zone = 0; zone < claims.size(); zone++) {
      if (!claims.get(zone).isEmpty()) {
        shareLevel(network.meritOrders.get(zone), claims.get(zone));
      }
    }
  }

  /** A sell injects what it sells, a buy what it leaves. */
  private static long accepted(Side side, long offered, long injected) {
    return side == Side.SELL ? injected : offered - injected;
  }

  private void shareLevel(MeritOrder merit, List<Claim> claims) {
    List<Long> offered = claims.stream().map(Claim::lots).toList();
    long total = offered.stream().mapToLong(Long::longValue).sum();
    Order any = orders.get(claims.get(0).order());
    long key =
        MeritOrder.key(any.side(), any.steps().get(claims.get(0).step()).price().tenThousandths());
    long[] shares = LotShare.share(offered, accepted(any.side(), total, merit.usedOf(key, total)));
    for (int i = 0; i < shares.length; i++) {
      acceptedLots.get(claims.get(i).order())[claims.get(i).step()] = shares[i];
    }
  }

  List<OrderFill> fills() {
    List<OrderFill> fills = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      Price price = new Price(prices.price(network.node(order.zone()), rules));
      List<StepFill> steps = new ArrayList<>();
      for (int step = 0; step < order.steps().size(); step++) {
        Step offer = order.steps().get(step);
        Power accepted = new Power(acceptedLots.get(i)[step] * rules.lot().kilowatts());
        steps.add(
            new StepFill(
                offer.price(), offer.quantity(), accepted, reason(order, offer, accepted, price)));
      }
      fills.add(new OrderFill(order.id(), order.zone(), order.side(), steps));
    }
    return fills;
  }

  private FillReason reason(Order order, Step offer, Power accepted, Price price) {
    boolean buy = order.side() == Side.BUY;
    int better = buy ? offer.price().compareTo(price) : price.compareTo(offer.price());
    if (better > 0) {
      return FillReason.IN_THE_MONEY;
    }
    if (better < 0) {
      return FillReason.OUT_OF_THE_MONEY;
    }
    boolean atLimit = price.equals(buy ? rules.cap() : rules.floor());
    return atLimit && accepted.compareTo(offer.quantity()) < 0
        ? FillReason.CURTAILED_AT_LIMIT
        : FillReason.AT_THE_MONEY;
  }
}

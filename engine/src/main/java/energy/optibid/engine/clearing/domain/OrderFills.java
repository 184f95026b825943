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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands the lots of each zone's levels to the steps that stand on them, pro rata. */
final class OrderFills {
  private record Level(String zone, Side side, Price price) {}

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
    Map<Level, List<Claim>> claims = new HashMap<>();
    for (int order = 0; order < orders.size(); order++) {
      Order asked = orders.get(order);
      acceptedLots.add(new long[asked.steps().size()]);
      for (int step = 0; step < asked.steps().size(); step++) {
        Step offer = asked.steps().get(step);
        claims
            .computeIfAbsent(
                new Level(asked.zone(), asked.side(), offer.price()), level -> new ArrayList<>())
            .add(new Claim(order, step, offer.quantity().kilowatts() / rules.lot().kilowatts()));
      }
    }
    claims.forEach(this::shareLevel);
  }

  private void shareLevel(Level level, List<Claim> claims) {
    List<Long> offered = claims.stream().map(Claim::lots).toList();
    long key = MeritOrder.key(level.side(), level.price().tenThousandths());
    long injected = network.meritOrders.get(network.node(level.zone())).usedOf(key);
    long accepted =
        level.side() == Side.SELL
            ? injected
            : offered.stream().mapToLong(Long::longValue).sum() - injected;
    long[] shares = LotShare.share(offered, accepted);
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

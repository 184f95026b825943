package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.replay.OrderChange.PutBlock;
import energy.optibid.engine.clearing.replay.OrderChange.PutCurve;
import energy.optibid.engine.clearing.replay.OrderChange.PutOrder;
import energy.optibid.engine.clearing.replay.OrderChange.WithdrawBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is moved, as it stands in the auction.
 *
 * @param periods where it stands
 */
record SweptBid(
    String zone,
    Set<Integer> periods,
    Map<Integer, Order> orders,
    Map<Integer, CurveOrder> curves,
    List<BlockOrder> blocks) {
  static SweptBid of(AuctionProblem problem, String id) {
    Map<Integer, Order> orders = new TreeMap<>();
    Map<Integer, CurveOrder> curves = new TreeMap<>();
    Set<String> zones = new TreeSet<>();
    for (int number = 1; number <= problem.periods().size(); number++) {
      AuctionPeriod period = problem.periods().get(number - 1);
      for (Order order : period.orders()) {
        if (order.id().equals(id)) {
          orders.put(number, order);
          zones.add(order.zone());
        }
      }
      for (CurveOrder curve : period.curves()) {
        if (curve.id().equals(id)) {
          curves.put(number, curve);
          zones.add(curve.zone());
        }
      }
    }
    List<BlockOrder> blocks =
        problem.blocks().stream()
            .filter(
                block ->
                    block.id().equals(id) || block.exclusiveGroup().filter(id::equals).isPresent())
            .toList();
    blocks.forEach(block -> zones.add(block.zone()));
    if (zones.size() != 1) {
      throw new IllegalArgumentException(
          zones.isEmpty() ? "there is no order " + id : id + " stands in several zones");
    }
    Set<Integer> periods = new TreeSet<>(orders.keySet());
    periods.addAll(curves.keySet());
    blocks.forEach(block -> periods.addAll(block.quantities().keySet()));
    return new SweptBid(zones.iterator().next(), periods, orders, curves, blocks);
  }

  /** The ids of what is moved. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    orders.values().forEach(order -> ids.add(order.id()));
    curves.values().forEach(curve -> ids.add(curve.id()));
    blocks.forEach(block -> ids.add(block.id()));
    return ids;
  }

  List<OrderChange> changes(AuctionProblem problem, Sweep.Figure figure, long value) {
    SweptOrder swept = new SweptOrder(problem.rules());
    List<OrderChange> changes = new ArrayList<>();
    orders.forEach(
        (number, order) ->
            changes.add(
                new PutOrder(
                    number,
                    switch (figure) {
                      case QUANTITY -> swept.withQuantity(order, new Power(value));
                      case PRICE -> swept.withPrice(order, new Price(value));
                    })));
    curves.forEach(
        (number, curve) ->
            changes.add(
                new PutCurve(
                    number,
                    switch (figure) {
                      case QUANTITY -> swept.withQuantity(curve, new Power(value));
                      case PRICE -> swept.withPrice(curve, new Price(value));
                    })));
    for (BlockOrder block : blocks) {
      changes.add(
          switch (figure) {
            case QUANTITY -> resized(block, value, problem.rules().lot());
            case PRICE -> new PutBlock(block.at(new Price(value)));
          });
    }
    return changes;
  }

  private static OrderChange resized(BlockOrder block, long most, Power lot) {
    long whole =
        block.quantities().values().stream().mapToLong(Power::kilowatts).max().orElseThrow();
    SortedMap<Integer, Power> quantities = new TreeMap<>();
    block
        .quantities()
        .forEach(
            (number, power) ->
                quantities.put(
                    number,
                    new Power(
                        Math.multiplyExact(power.kilowatts(), most)
                            / whole
                            / lot.kilowatts()
                            * lot.kilowatts())));
    if (quantities.values().stream().allMatch(Power::isZero)) {
      return new WithdrawBlock(block.id());
    }
    return new PutBlock(block.offering(quantities));
  }

  Price meanPrice(AuctionResult result) {
    long sum =
        periods.stream()
            .mapToLong(number -> result.period(number).zone(zone).price().tenThousandths())
            .sum();
    return new Price(
        BigDecimal.valueOf(sum)
            .divide(BigDecimal.valueOf(periods.size()), 0, RoundingMode.HALF_EVEN)
            .longValueExact());
  }
}

package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Hourly orders with one of their figures moved, their shape kept. */
final class SweptOrder {
  private final ClearingRules rules;

  SweptOrder(ClearingRules rules) {
    this.rules = rules;
  }

  /**
   * The order offering a quantity in all: each step keeps its share of it, cumulative quantities
   * rounded down to the lot.
   *
   * @param quantity a multiple of the lot
   */
  Order withQuantity(Order order, Power quantity) {
    long whole = order.steps().stream().mapToLong(step -> step.quantity().kilowatts()).sum();
    List<Step> steps = new ArrayList<>(order.steps());
    steps.sort(merit(order.side()));
    List<Step> scaled = new ArrayList<>(steps.size());
    long sum = 0;
    long before = 0;
    for (Step step : steps) {
      sum += step.quantity().kilowatts();
      long now = share(sum, quantity.kilowatts(), whole);
      scaled.add(new Step(step.price(), new Power(now - before)));
      before = now;
    }
    return new Order(order.id(), order.zone(), order.side(), scaled);
  }

  /** The order with its best step at a price and the others as far from it as they were. */
  Order withPrice(Order order, Price best) {
    long old =
        order.steps().stream()
            .min(merit(order.side()))
            .map(step -> step.price().tenThousandths())
            .orElse(best.tenThousandths());
    long shift = best.tenThousandths() - old;
    return new Order(
        order.id(),
        order.zone(),
        order.side(),
        order.steps().stream()
            .map(step -> new Step(shifted(step.price(), shift), step.quantity()))
            .toList());
  }

  /**
   * The curve with a quantity as the most it buys or sells: every corner keeps its share of it,
   * rounded towards zero to the lot.
   *
   * @param quantity a multiple of the lot, not negative
   */
  CurveOrder withQuantity(CurveOrder curve, Power quantity) {
    long whole = most(curve);
    return new CurveOrder(
        curve.id(),
        curve.zone(),
        curve.corners().stream()
            .map(
                corner ->
                    new CurveCorner(
                        corner.price(),
                        new Power(
                            share(corner.quantity().kilowatts(), quantity.kilowatts(), whole))))
            .toList());
  }

  /** The curve moved along the price axis until its best corner stands at a price. */
  CurveOrder withPrice(CurveOrder curve, Price best) {
    boolean buys = curve.corners().get(0).quantity().kilowatts() > 0;
    CurveCorner first = curve.corners().get(buys ? curve.corners().size() - 1 : 0);
    long shift = best.tenThousandths() - first.price().tenThousandths();
    return new CurveOrder(
        curve.id(),
        curve.zone(),
        curve.corners().stream()
            .map(corner -> new CurveCorner(shifted(corner.price(), shift), corner.quantity()))
            .toList());
  }

  private static long most(CurveOrder curve) {
    return curve.corners().stream()
        .mapToLong(corner -> Math.abs(corner.quantity().kilowatts()))
        .max()
        .orElse(0);
  }

  private long share(long part, long of, long whole) {
    long lot = rules.lot().kilowatts();
    return whole == 0 ? 0 : Math.multiplyExact(part, of) / whole / lot * lot;
  }

  private Price shifted(Price price, long shift) {
    long floor = rules.floor().tenThousandths();
    long cap = rules.cap().tenThousandths();
    return new Price(Math.min(cap, Math.max(floor, price.tenThousandths() + shift)));
  }

  private static Comparator<Step> merit(Side side) {
    Comparator<Step> rising = Comparator.comparing(Step::price);
    return side == Side.SELL ? rising : rising.reversed();
  }
}

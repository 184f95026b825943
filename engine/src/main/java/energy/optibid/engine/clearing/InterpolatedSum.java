package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Adds the interpolated curves of one zone up by side, at every price where one of them bends. What
 * lies between two of its corners is a straight line, as in each curve.
 */
final class InterpolatedSum {
  /**
   * Watts, so that what a line loses by rounding is nothing beside a lot, however many there are.
   */
  private static final long WATTS_PER_KILOWATT = 1000;

  private final List<CurveOrder> orders;
  private final NavigableSet<Price> prices = new TreeSet<>();

  InterpolatedSum(CurveProblem problem, String zone) {
    orders = problem.orders().stream().filter(order -> order.zone().equals(zone)).toList();
    for (CurveOrder order : orders) {
      order.corners().forEach(corner -> prices.add(corner.price()));
      crossing(order);
    }
  }

  /** Where a portfolio turns from buying to selling, each side's sum bends too. */
  private void crossing(CurveOrder order) {
    for (int i = 1; i < order.corners().size(); i++) {
      CurveCorner before = order.corners().get(i - 1);
      CurveCorner here = order.corners().get(i);
      long from = before.quantity().kilowatts();
      long to = here.quantity().kilowatts();
      if (from > 0 && to < 0) {
        long span = here.price().tenThousandths() - before.price().tenThousandths();
        prices.add(new Price(before.price().tenThousandths() + span * from / (from - to)));
      }
    }
  }

  /** Corners by falling price: what is bought at that price or above. */
  List<CurvePoint> demand() {
    List<CurvePoint> corners = new ArrayList<>();
    for (Price price : prices.descendingSet()) {
      add(corners, price, total(price, Limit.ABOVE, 1));
      add(corners, price, total(price, Limit.BELOW, 1));
    }
    return fromNothing(corners);
  }

  /** Corners by rising price: what is sold at that price or below. */
  List<CurvePoint> supply() {
    List<CurvePoint> corners = new ArrayList<>();
    for (Price price : prices) {
      add(corners, price, total(price, Limit.BELOW, -1));
      add(corners, price, total(price, Limit.ABOVE, -1));
    }
    return fromNothing(corners);
  }

  private static void add(List<CurvePoint> corners, Price price, Power quantity) {
    CurvePoint corner = new CurvePoint(price, quantity);
    if (corners.isEmpty() || !corners.get(corners.size() - 1).equals(corner)) {
      corners.add(corner);
    }
  }

  /** Without the stretch on which nobody wants anything, but with its end. */
  private static List<CurvePoint> fromNothing(List<CurvePoint> corners) {
    int first = 0;
    while (first < corners.size() && corners.get(first).cumulative().isZero()) {
      first++;
    }
    return first == corners.size()
        ? List.of()
        : Collections.unmodifiableList(corners.subList(Math.max(0, first - 1), corners.size()));
  }

  private Power total(Price price, Limit limit, int sign) {
    long watts = 0;
    for (CurveOrder order : orders) {
      watts += Math.max(0, sign * watts(order.corners(), price, limit));
    }
    return new Power(Math.round((double) watts / WATTS_PER_KILOWATT));
  }

  private static long watts(List<CurveCorner> corners, Price price, Limit limit) {
    int after = 0;
    while (after < corners.size() && limit.precedes(corners.get(after).price(), price)) {
      after++;
    }
    if (after == 0) {
      return corners.get(0).quantity().kilowatts() * WATTS_PER_KILOWATT;
    }
    CurveCorner before = corners.get(after - 1);
    long from = before.quantity().kilowatts() * WATTS_PER_KILOWATT;
    if (after == corners.size()) {
      return from;
    }
    CurveCorner next = corners.get(after);
    long span = next.price().tenThousandths() - before.price().tenThousandths();
    long part = price.tenThousandths() - before.price().tenThousandths();
    long rise = next.quantity().kilowatts() * WATTS_PER_KILOWATT - from;
    return from + Math.multiplyExact(rise, part) / span;
  }

  /** Which end of a vertical step is meant at its price: the one just below it, or just above. */
  private enum Limit {
    BELOW,
    ABOVE;

    boolean precedes(Price corner, Price price) {
      int order = corner.compareTo(price);
      return this == ABOVE ? order <= 0 : order < 0;
    }
  }
}

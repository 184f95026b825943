package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The aggregate curves of one zone, for charts and explanations: steps, or straight lines between
 * corners.
 *
 * @param demand corners by falling price; cumulative quantity rises
 * @param supply corners by rising price; cumulative quantity rises
 * @param netImport imports into the zone over links, borders and fixed exchanges (negative: export)
 *     in the result the curve was drawn for: the shift between the two curves at the clearing point
 */
public record AggregateCurve(
    String zone, List<CurvePoint> demand, List<CurvePoint> supply, Power netImport) {
  public AggregateCurve {
    demand = List.copyOf(demand);
    supply = List.copyOf(supply);
  }

  /** The whole curves of a zone. */
  public static AggregateCurve of(ClearingProblem problem, ClearingResult result, String zone) {
    return new AggregateCurve(
        zone,
        corners(problem, zone, Side.BUY),
        corners(problem, zone, Side.SELL),
        result.zone(zone).netPosition().negated());
  }

  /**
   * The whole curves of a zone of interpolated orders. Beyond its last corner a curve stays as it
   * is.
   */
  public static AggregateCurve of(CurveProblem problem, ClearingResult result, String zone) {
    return of(problem, zone, result.zone(zone).netPosition().negated());
  }

  /** The same with a net import that is known otherwise. */
  public static AggregateCurve of(CurveProblem problem, String zone, Power netImport) {
    InterpolatedSum sum = new InterpolatedSum(problem, zone);
    return new AggregateCurve(zone, sum.demand(), sum.supply(), netImport);
  }

  /**
   * The same curves cut to at most {@code points} corners each, those nearest to a price.
   *
   * @throws IllegalArgumentException if {@code points} is not positive
   */
  public AggregateCurve around(Price price, int points) {
    if (points <= 0) {
      throw new IllegalArgumentException("at least one point, not " + points);
    }
    return new AggregateCurve(
        zone, nearest(demand, price, points), nearest(supply, price, points), netImport);
  }

  private static List<CurvePoint> nearest(List<CurvePoint> corners, Price price, int points) {
    int from = 0;
    int to = corners.size();
    while (to - from > points) {
      if (distance(corners.get(from), price) > distance(corners.get(to - 1), price)) {
        from++;
      } else {
        to--;
      }
    }
    return corners.subList(from, to);
  }

  private static long distance(CurvePoint corner, Price price) {
    return Math.abs(corner.price().tenThousandths() - price.tenThousandths());
  }

  private static List<CurvePoint> corners(ClearingProblem problem, String zone, Side side) {
    Comparator<Price> merit = Comparator.naturalOrder();
    NavigableMap<Price, Long> quantities =
        new TreeMap<>(side == Side.BUY ? merit.reversed() : merit);
    for (Order order : problem.orders()) {
      if (order.zone().equals(zone) && order.side() == side) {
        for (Step step : order.steps()) {
          quantities.merge(step.price(), step.quantity().kilowatts(), Long::sum);
        }
      }
    }
    long[] sum = {0};
    return quantities.entrySet().stream()
        .map(level -> new CurvePoint(level.getKey(), new Power(sum[0] += level.getValue())))
        .toList();
  }
}

package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.AggregateCurve;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurvePoint;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Adds interpolated curves of one zone up by side, with a corner wherever one of them bends, its
 * quantity rounded to the nearest lot. A sum beyond what one curve may carry becomes several.
 */
final class CurveSum {
  private final AuctionProblem problem;
  private final AuctionPeriod period;
  private final String zone;
  private final List<CurveOrder> curves;

  /**
   * @param curves those to be added up, all of them in the zone
   */
  CurveSum(AuctionProblem problem, AuctionPeriod period, String zone, List<CurveOrder> curves) {
    this.problem = problem;
    this.period = period;
    this.zone = zone;
    this.curves = curves.stream().sorted(Comparator.comparing(CurveOrder::id)).toList();
  }

  /** The sums of one side; empty when none of the curves has that side. */
  List<CurveOrder> curves(String id, Side side) {
    List<List<CurveOrder>> groups = groups(side);
    List<CurveOrder> sums = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String name = groups.size() == 1 ? id : id + "/" + (i + 1);
      sums.add(new CurveOrder(name, zone, corners(groups.get(i), side)));
    }
    return sums;
  }

  private List<List<CurveOrder>> groups(Side side) {
    List<List<CurveOrder>> groups = new ArrayList<>();
    long filled = 0;
    for (CurveOrder curve : curves) {
      long most = most(curve, side);
      if (most == 0) {
        continue;
      }
      if (groups.isEmpty() || filled + most > CurveProblem.LARGEST.kilowatts()) {
        groups.add(new ArrayList<>());
        filled = 0;
      }
      groups.get(groups.size() - 1).add(curve);
      filled += most;
    }
    return groups;
  }

  private static long most(CurveOrder curve, Side side) {
    List<CurveCorner> corners = curve.corners();
    return switch (side) {
      case BUY -> Math.max(0, corners.get(0).quantity().kilowatts());
      case SELL -> Math.max(0, -corners.get(corners.size() - 1).quantity().kilowatts());
    };
  }

  private List<CurveCorner> corners(List<CurveOrder> group, Side side) {
    CurveProblem alone =
        new CurveProblem(
            period.block(), List.of(zone), group, List.of(), problem.rules(), problem.tick());
    AggregateCurve sum = AggregateCurve.of(alone, zone, Power.ZERO);
    List<CurveCorner> corners = new ArrayList<>();
    for (CurvePoint point : side == Side.BUY ? sum.demand() : sum.supply()) {
      Power quantity = toLot(point.cumulative());
      corners.add(new CurveCorner(point.price(), side == Side.BUY ? quantity : quantity.negated()));
    }
    if (side == Side.BUY) {
      // demand is listed by falling price, a curve by rising
      Collections.reverse(corners);
    }
    return corners;
  }

  private Power toLot(Power quantity) {
    long lot = problem.rules().lot().kilowatts();
    return new Power((quantity.kilowatts() + lot / 2) / lot * lot);
  }
}

package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.clearing.BlockCurves.Corner;
import energy.optibid.engine.clearing.AggregateCurve;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurvePoint;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.BlockBook;
import energy.optibid.market.CurveBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The curves that met in an area and block of a run, from the book, the bids and the result. */
public final class CurvesAround {
  private static final int MAX_CORNERS = 400;

  private CurvesAround() {}

  /**
   * At most {@value #MAX_CORNERS} corners of each curve, those nearest to the price.
   *
   * @param bids the own bids that took part in the run
   * @param outcome the run's result in the area
   */
  public static BlockCurves of(BlockBook book, List<SubmittedBid> bids, AreaOutcome outcome) {
    ClearingProblem problem = book.problem(OwnOrders.of(bids, book.number()));
    Outcome found = new Outcome(outcome, book.number() - 1, book.block().duration());
    return found.curves(
        book.number(), AggregateCurve.of(problem, found.result(book.rules()), outcome.area()));
  }

  /**
   * The same of a book of interpolated curves.
   *
   * @param firstBlock number of the auction's first block in its day
   * @param carried curves that earlier auctions handed on
   */
  public static BlockCurves of(
      CurveBook book,
      int firstBlock,
      List<SubmittedBid> bids,
      List<CurveOrder> carried,
      AreaOutcome outcome) {
    List<CurveOrder> own = new ArrayList<>(OwnOrders.curves(bids, book.number()));
    own.addAll(carried);
    CurveProblem problem = book.problem(own);
    Outcome found = new Outcome(outcome, book.number() - firstBlock, book.block().duration());
    return found.curves(
        book.number(), AggregateCurve.of(problem, found.result(book.rules()), outcome.area()));
  }

  /** What a run found in one area and block. */
  private record Outcome(AreaOutcome area, int index, Duration duration) {
    Price price() {
      return Price.of(area.prices().get(index));
    }

    Power demand() {
      return Energies.power(area.demandMwh().get(index), duration);
    }

    ClearingResult result(ClearingRules rules) {
      ZoneOutcome zone =
          new ZoneOutcome(
              area.area(),
              price(),
              price(),
              price(),
              List.of(),
              demand(),
              Energies.power(area.supplyMwh().get(index), duration),
              Energies.power(area.netPositionMwh().get(index), duration));
      return new ClearingResult(List.of(zone), List.of(), List.of(), Money.zero(rules.currency()));
    }

    BlockCurves curves(int block, AggregateCurve whole) {
      AggregateCurve curve = whole.around(price(), MAX_CORNERS);
      Power imported = atLeastZero(curve.netImport());
      Power exported = atLeastZero(curve.netImport().negated());
      return new BlockCurves(
          area.area(),
          block,
          new Corner(Figures.price(price()), Figures.mwh(demand().plus(exported), duration)),
          corners(curve.demand(), exported, duration),
          corners(curve.supply(), imported, duration));
    }
  }

  private static List<Corner> corners(List<CurvePoint> points, Power shift, Duration duration) {
    return points.stream()
        .map(
            point ->
                new Corner(
                    Figures.price(point.price()),
                    Figures.mwh(point.cumulative().plus(shift), duration)))
        .toList();
  }

  private static Power atLeastZero(Power power) {
    return power.kilowatts() < 0 ? Power.ZERO : power;
  }
}

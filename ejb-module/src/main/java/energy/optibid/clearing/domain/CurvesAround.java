package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.clearing.BlockCurves.Corner;
import energy.optibid.engine.clearing.AggregateCurve;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurvePoint;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import energy.optibid.market.BlockBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** The curves that met in an area and block of a run, from the book, the bids and the result. */
public final class CurvesAround {
  private static final int MAX_CORNERS = 400;
  private static final long SECONDS_PER_HOUR = 3600;

  private CurvesAround() {}

  /**
   * At most {@value #MAX_CORNERS} corners of each curve, those nearest to the price.
   *
   * @param bids the own bids that took part in the run
   * @param outcome the run's result in the area
   */
  public static BlockCurves of(BlockBook book, List<SubmittedBid> bids, AreaOutcome outcome) {
    int index = book.number() - 1;
    Duration duration = book.block().duration();
    ClearingProblem problem = book.problem(OwnOrders.of(bids, book.number()));
    Price price = Price.of(outcome.prices().get(index));
    Power supply = power(outcome.supplyMwh().get(index), duration);
    Power demand = power(outcome.demandMwh().get(index), duration);
    Power export = power(outcome.netPositionMwh().get(index), duration);
    ZoneOutcome zone =
        new ZoneOutcome(outcome.area(), price, price, price, List.of(), demand, supply, export);
    ClearingResult result =
        new ClearingResult(
            List.of(zone), List.of(), List.of(), Money.zero(book.rules().currency()));
    AggregateCurve curve =
        AggregateCurve.of(problem, result, outcome.area()).around(price, MAX_CORNERS);
    Power imported = atLeastZero(curve.netImport());
    Power exported = atLeastZero(curve.netImport().negated());
    return new BlockCurves(
        outcome.area(),
        book.number(),
        new Corner(Figures.price(price), Figures.mwh(demand.plus(exported), duration)),
        corners(curve.demand(), exported, duration),
        corners(curve.supply(), imported, duration));
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

  private static Power power(BigDecimal mwh, Duration duration) {
    BigDecimal megawattSeconds = mwh.multiply(BigDecimal.valueOf(SECONDS_PER_HOUR));
    return Power.ofMegawatts(megawattSeconds.divide(BigDecimal.valueOf(duration.toSeconds())));
  }
}

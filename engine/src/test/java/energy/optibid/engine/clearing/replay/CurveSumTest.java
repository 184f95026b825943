package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.curve;
import static energy.optibid.engine.clearing.replay.Auctions.day;
import static energy.optibid.engine.clearing.replay.Auctions.hour;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Curves of one zone added up by side, by hand. MW, EUR/MWh; the lot is 0.1 MW. */
class CurveSumTest {
  @Test
  void aSum_bendsWhereOneCurveDoes_andIsRoundedToTheNearestLot() {
    // a third of 1 MW more or less: 1.667 MW are bought at 20, 1.333 at 30
    assertEquals(
        List.of(kilowatts("sum", 10, 2000, 20, 1700, 30, 1300, 40, 0)),
        sums(Side.BUY, curve("a", "A", 10, 1, 40, 0), curve("b", "A", 20, 1, 30, 1, 40, 0)));
    assertEquals(
        List.of(kilowatts("sum", 10, 0, 20, -300, 30, -700, 40, -2000)),
        sums(Side.SELL, curve("a", "A", 10, 0, 40, -1), curve("b", "A", 20, 0, 30, 0, 40, -1)));
  }

  @Test
  void halfALot_isRoundedUp() {
    CurveOrder oneLot = kilowatts("a", 10, 100, 30, 0);
    CurveOrder bends = curve("b", "A", 20, 1, 20, 0);
    assertEquals(
        List.of(kilowatts("sum", 10, 1100, 20, 1100, 20, 100, 30, 0)),
        sums(Side.BUY, oneLot, bends));
  }

  @Test
  void aPortfolioThatBuysAndSells_standsOnBothSides_oneThatOnlySellsOnOne() {
    CurveOrder both = curve("both", "A", 10, 5, 60, -20);
    CurveOrder sells = curve("sells", "A", 20, 0, 60, -10);
    assertEquals(List.of(kilowatts("sum", 10, 5000, 20, 0)), sums(Side.BUY, both, sells));
    assertEquals(List.of(kilowatts("sum", 20, 0, 60, -30_000)), sums(Side.SELL, both, sells));
    assertEquals(List.of(), sums(Side.BUY, sells));
    assertEquals(List.of(), sums(Side.SELL, curve("buys", "A", 10, 5, 60, 0)));
  }

  @Test
  void aSumBeyondWhatOneCurveMayCarry_becomesSeveral_inTheOrderOfIds() {
    assertEquals(
        List.of(curve("sum/1", "A", 10, 10_000, 20, 0), curve("sum/2", "A", 10, 7001, 20, 0)),
        sums(
            Side.BUY,
            curve("d", "A", 10, 7000, 20, 0),
            curve("c", "A", 10, 1, 20, 0),
            curve("b", "A", 10, 4000, 20, 0),
            curve("a", "A", 10, 6000, 20, 0)));
    assertEquals(
        List.of(curve("sum/1", "A", 10, 0, 20, -6000), curve("sum/2", "A", 10, 0, 20, -6000)),
        sums(Side.SELL, curve("a", "A", 10, 0, 20, -6000), curve("b", "A", 10, 0, 20, -6000)));
  }

  private static List<CurveOrder> sums(Side side, CurveOrder... curves) {
    AuctionProblem problem = day(hour(1, 10, curves));
    return new CurveSum(problem, problem.periods().get(0), "A", List.of(curves))
        .curves("sum", side);
  }

  /** Corners as price, kW, price, kW … */
  private static CurveOrder kilowatts(String id, long... corners) {
    List<CurveCorner> list = new ArrayList<>();
    for (int i = 0; i < corners.length; i += 2) {
      list.add(new CurveCorner(price(corners[i]), new Power(corners[i + 1])));
    }
    return new CurveOrder(id, "A", list);
  }
}

package energy.optibid.engine.clearing;

import static energy.optibid.engine.clearing.CurveClearingTest.curve;
import static energy.optibid.engine.clearing.CurveClearingTest.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The curves a chart draws, by hand. */
class AggregateCurveTest {
  @Test
  void stepsAreCumulativeByMeritAndCutAroundAPrice() {
    ClearingProblem problem =
        Problems.zones("N")
            .export("N", "X", -2)
            .buy("b", "N", 100, 10, 30, 5)
            .sell("s1", "N", 20, 8)
            .sell("s2", "N", 20, 2, 70, 5)
            .problem();
    AggregateCurve curve = AggregateCurve.of(problem, Clearing.clear(problem), "N");
    assertEquals(List.of(10L, 15L), quantities(curve.demand()));
    assertEquals(List.of(10L, 15L), quantities(curve.supply()));
    assertEquals(2, curve.netImport().kilowatts());
    AggregateCurve near = curve.around(curve.supply().get(0).price(), 1);
    assertEquals(List.of(10L), quantities(near.supply()));
    assertEquals(List.of(15L), quantities(near.demand()));
  }

  @Test
  void stepsOfTheZoneAndSideAloneCount() {
    ClearingProblem problem =
        Problems.zones("N", "S")
            .buy("b1", "N", 30, 5)
            .buy("b2", "N", 100, 10)
            .buy("b3", "S", 50, 7)
            .sell("s", "N", 20, 3)
            .problem();
    AggregateCurve curve = AggregateCurve.of(problem, Clearing.clear(problem), "N");
    assertEquals("N", curve.zone());
    assertEquals(List.of(point(100, 10), point(30, 15)), curve.demand());
    assertEquals(List.of(point(20, 3)), curve.supply());
  }

  @Test
  void theCornersNearestToAPriceAreKept_ofEquallyNearOnesTheEarlier() {
    List<CurvePoint> rising = List.of(point(10, 1), point(20, 2), point(30, 3), point(40, 4));
    AggregateCurve curve = new AggregateCurve("N", List.of(), rising, Power.ZERO);
    assertEquals(rising.subList(1, 3), curve.around(new Price(25), 2).supply());
    assertEquals(rising.subList(0, 2), curve.around(new Price(20), 2).supply());
    assertEquals(rising.subList(3, 4), curve.around(new Price(99), 1).supply());
    assertEquals(rising.subList(0, 1), curve.around(new Price(-99), 1).supply());
    assertEquals(rising.subList(0, 3), curve.around(new Price(25), 3).supply());
    assertEquals(rising, curve.around(new Price(25), 4).supply());
    assertEquals(rising, curve.around(new Price(25), 5).supply());
    assertThrows(IllegalArgumentException.class, () -> curve.around(new Price(25), 0));
  }

  @Test
  void aSumOfCurvesBendsWhereOneOfThemDoes() {
    CurveProblem problem =
        problem(
            List.of(),
            curve("buy", "A", 3000, 100, 4000, 70, 9000, 70, 9000, 0),
            curve("sell", "A", 3000, 0, 3000, -40, 4000, -160),
            curve("both", "A", 2000, 10, 6000, -30),
            curve("elsewhere", "B", 1000, 5));
    AggregateCurve curve = AggregateCurve.of(problem, CurveClearing.clear(problem).split(), "A");
    assertEquals(
        List.of("9000 0", "9000 70", "6000 70", "4000 70", "3000 100", "2000 110"),
        written(curve.demand()));
    assertEquals(
        List.of("3000 0", "3000 40", "4000 170", "6000 190", "9000 190"), written(curve.supply()));
    assertEquals(2, curve.around(Price.of("3400"), 2).supply().size());
  }

  @Test
  void aSideNobodyIsOnHasNoCorners() {
    AggregateCurve bought = sum(curve("buy", "A", 10, 5, 20, 0));
    assertEquals(List.of("20 0", "10 5"), written(bought.demand()));
    assertEquals(List.of(), bought.supply());
    assertEquals(List.of(), sum(curve("none", "A", 10, 0, 20, 0)).demand());
  }

  @Test
  void whatIsWantedAtAnyPriceStandsFromTheFirstCornerOn() {
    AggregateCurve sum = sum(curve("buy", "A", 10, 5, 20, 5), curve("sell", "A", 15, -3));
    assertEquals(List.of("20 5", "15 5", "10 5"), written(sum.demand()));
    assertEquals(List.of("10 3", "15 3", "20 3"), written(sum.supply()));
  }

  @Test
  void aStretchOnWhichNobodyWantsAnythingIsLeftOutButForItsEnd() {
    AggregateCurve sum = sum(curve("a", "A", 10, 4, 20, 0), curve("b", "A", 30, 0, 40, 0, 50, -6));
    assertEquals(List.of("20 0", "10 4"), written(sum.demand()));
    assertEquals(List.of("40 0", "50 6"), written(sum.supply()));
  }

  @Test
  void aPortfolioBendsBothSidesWhereItTurnsFromBuyingToSelling() {
    AggregateCurve sum = sum(curve("both", "A", 10, 6, 50, -2));
    assertEquals(List.of("40 0", "10 6"), written(sum.demand()));
    assertEquals(List.of("40 0", "50 2"), written(sum.supply()));
  }

  @Test
  void whatSlopesLoseByRoundingIsNotAddedUp() {
    // at 10 each of the three wants two thirds of 100 kW
    AggregateCurve sum =
        sum(
            curve("a", "A", 0, 0.1, 30, 0),
            curve("b", "A", 0, 0.1, 30, 0),
            curve("c", "A", 0, 0.1, 30, 0),
            curve("d", "A", 10, 1, 10, 0));
    assertEquals(List.of("30 0", "10 0.2", "10 1.2", "0 1.3"), written(sum.demand()));
  }

  private static AggregateCurve sum(CurveOrder... curves) {
    return AggregateCurve.of(problem(List.of(), curves), "A", Power.ZERO);
  }

  private static CurvePoint point(long price, long kilowatts) {
    return new CurvePoint(new Price(price), new Power(kilowatts));
  }

  private static List<Long> quantities(List<CurvePoint> points) {
    return points.stream().map(point -> point.cumulative().kilowatts()).toList();
  }

  private static List<String> written(List<CurvePoint> points) {
    return points.stream()
        .map(
            point ->
                point.price().toBigDecimal().stripTrailingZeros().toPlainString()
                    + " "
                    + point.cumulative().toMegawatts().stripTrailingZeros().toPlainString())
        .toList();
  }
}

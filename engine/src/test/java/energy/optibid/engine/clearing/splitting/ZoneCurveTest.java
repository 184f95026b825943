package energy.optibid.engine.clearing.splitting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sum of a zone's curves, by hand: prices in 10⁻⁴, lots of a kilowatt, limits 0 and 100. */
class ZoneCurveTest {
  private static final double EXACT = 1e-9;
  private static final double UNITS_OF_A_KILOWATT = 1 << Curve.UNIT_BITS;

  /** Buys 40 up to 20 and nothing from 60 on; sells 10 from 30 on. */
  private final ZoneCurve sum =
      of(UNITS_OF_A_KILOWATT, curve(20, 40, 60, 0), curve(30, 0, 30, -10));

  @Test
  void bendsWhereOneOfThemDoes() {
    assertArrayEquals(new double[] {-1000, 0, 20, 30, 60, 100, 1100}, sum.levels(), EXACT);
    both(40, 10);
    both(40, 20);
    both(35, 25);
    assertEquals(30, sum.before(30), EXACT);
    assertEquals(20, sum.after(30), EXACT);
    both(5, 45);
    both(-10, 60);
    both(-10, 80);
    both(-10, 100);
  }

  @Test
  void beyondTheLimits_penaltiesMakeUpForAnything() {
    both(540, -2000);
    assertEquals(540, sum.before(-1000), EXACT);
    assertEquals(40, sum.after(-1000), EXACT);
    both(40, -500);
    both(-10, 500);
    assertEquals(-10, sum.before(1100), EXACT);
    assertEquals(-510, sum.after(1100), EXACT);
    both(-510, 2000);
  }

  @Test
  void areaIsCountedFromTheLastLevel() {
    assertEquals(0, sum.areaAbove(1100), EXACT);
    assertEquals(0, sum.areaAbove(1200), EXACT);
    assertEquals(-10_000, sum.areaAbove(100), EXACT);
    assertEquals(-10_400, sum.areaAbove(60), EXACT);
    assertEquals(-10_400 + 15 * -2.5, sum.areaAbove(45), EXACT);
    assertEquals(-10_400 + 30 * 5, sum.areaAbove(30), EXACT);
    assertEquals(-10_250 + 5 * 32.5, sum.areaAbove(25), EXACT);
    assertEquals(-10_250 + 10 * 35 + 10 * 40, sum.areaAbove(10), EXACT);
  }

  /** Whoever wants something at a limit whatever it costs may be cut there. */
  @Test
  void atALimit_thoseWithoutAPriceMayBeCut() {
    ZoneCurve cut = of(UNITS_OF_A_KILOWATT, curve(0, 30, 100, 30), curve(0, -5, 100, -5));
    assertEquals(30, cut.before(0), EXACT);
    assertEquals(25, cut.after(0), EXACT);
    assertEquals(25, cut.before(100), EXACT);
    assertEquals(-5, cut.after(100), EXACT);
    assertEquals(25, cut.uncutAtCap(100), EXACT);
    assertEquals(25, cut.uncutAtFloor(0), EXACT);
  }

  @Test
  void countsInLots() {
    ZoneCurve lots = of(2 * UNITS_OF_A_KILOWATT, curve(0, 30, 100, 10), curve(0, -7, 100, -7));
    assertEquals(11.5 + 3.5, lots.before(0), EXACT);
    assertEquals(6.5, lots.before(50), EXACT);
    assertEquals(1.5 - 5, lots.after(100), EXACT);
  }

  private void both(double lots, double price) {
    assertEquals(lots, sum.before(price), EXACT);
    assertEquals(lots, sum.after(price), EXACT);
  }

  private static ZoneCurve of(double unitsPerLot, Curve... curves) {
    return ZoneCurve.of(List.of(curves), unitsPerLot, 0, 100, 1000, 500);
  }

  private static Curve curve(int... pricesAndKilowatts) {
    List<CurveCorner> corners = new ArrayList<>();
    for (int i = 0; i < pricesAndKilowatts.length; i += 2) {
      corners.add(
          new CurveCorner(new Price(pricesAndKilowatts[i]), new Power(pricesAndKilowatts[i + 1])));
    }
    return new Curve(new CurveOrder("c", "A", corners), 0);
  }
}

package energy.optibid.engine.clearing.splitting;

import static energy.optibid.engine.clearing.FillReason.CURTAILED_AT_LIMIT;
import static energy.optibid.engine.clearing.FillReason.IN_THE_MONEY;
import static energy.optibid.engine.clearing.FillReason.OUT_OF_THE_MONEY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an accepted quantity, by hand. MW and currency per MWh. */
class CurveFillsTest {
  /** In 10⁻⁴ of the currency × kW, twice. */
  private static final long TWICE = 2L * 10_000 * 1_000;

  /** Buys 50 at 1000, 10 at 3000; there it turns to a seller of 10, of 30 at 5000. */
  private final Curve both = curve(1000, 50, 3000, 10, 3000, -10, 5000, -30);

  @Test
  void whatIsBought_standsAtThePriceTheCurveAsksForIt() {
    assertEquals(
        fill(Side.BUY, step(2000, 30, 30, IN_THE_MONEY), step(2000, 20, 0, OUT_OF_THE_MONEY)),
        filled(both, 30, 0));
    assertEquals(
        fill(Side.BUY, step(3000, 10, 10, IN_THE_MONEY), step(3000, 40, 0, OUT_OF_THE_MONEY)),
        filled(both, 10, 0));
    assertEquals(fill(Side.BUY, step(1000, 50, 50, IN_THE_MONEY)), filled(both, 50, 0));
  }

  @Test
  void whatIsSold_standsAtThePriceTheCurveAsksForIt() {
    assertEquals(
        fill(Side.SELL, step(4000, 20, 20, IN_THE_MONEY), step(4000, 10, 0, OUT_OF_THE_MONEY)),
        filled(both, -20, 0));
    assertEquals(fill(Side.SELL, step(5000, 30, 30, IN_THE_MONEY)), filled(both, -30, 0));
  }

  @Test
  void whoIsCut_isMeasuredByWhatItWantsAtTheLimit() {
    assertEquals(fill(Side.BUY, step(2500, 50, 20, CURTAILED_AT_LIMIT)), filled(both, 20, 50));
    assertEquals(
        fill(Side.BUY, step(2500, 30, 20, CURTAILED_AT_LIMIT), step(2500, 20, 0, OUT_OF_THE_MONEY)),
        filled(both, 20, 30));
    // all of it: nobody was cut
    assertEquals(
        fill(Side.BUY, step(2500, 20, 20, IN_THE_MONEY), step(2500, 30, 0, OUT_OF_THE_MONEY)),
        filled(both, 20, 20));
    assertEquals(fill(Side.SELL, step(3000, 30, 0, CURTAILED_AT_LIMIT)), filled(both, 0, -30));
  }

  @Test
  void whoGetsNothing_isOfTheSideItWantsMoreOf() {
    assertEquals(fill(Side.BUY, step(3000, 50, 0, OUT_OF_THE_MONEY)), filled(both, 0, 0));
    assertEquals(Side.SELL, filled(curve(0, 30, 100, -50), 0, 0).side());
    assertEquals(Side.BUY, filled(curve(0, 40, 100, -40), 0, 0).side());
    assertEquals(Side.BUY, filled(curve(0, 40, 100, 10), 0, 0).side());
    assertEquals(Side.SELL, filled(curve(0, -10, 100, -40), 0, 0).side());
    assertEquals(
        fill(Side.SELL, step(0, 0, 0, OUT_OF_THE_MONEY)), filled(curve(0, 0, 100, 0), 0, 0));
  }

  @Test
  void welfareIsTheAreaUnderTheCurve_flatBeyondItsEnds() {
    assertEquals((20 * 2500 + 10 * 3000) * TWICE, welfare(30));
    assertEquals(-(10 * 3000 + 10 * 3500) * TWICE, welfare(-20));
    assertEquals((10 * 1000 + 40 * 2000 + 10 * 3000) * TWICE, welfare(60));
    assertEquals(-(10 * 3000 + 20 * 4000 + 10 * 5000) * TWICE, welfare(-40));
    assertEquals(0, welfare(0));
  }

  private long welfare(int megawatts) {
    return new CurveFills(both, "A", megawatts * 1000L, 0).doubledWelfare();
  }

  private static OrderFill filled(Curve curve, int accepted, int wantedAtLimit) {
    return new CurveFills(curve, "A", accepted * 1000L, wantedAtLimit * 1000L).fill();
  }

  private static OrderFill fill(Side side, StepFill... steps) {
    return new OrderFill("c", "A", side, List.of(steps));
  }

  private static StepFill step(int price, int offered, int accepted, FillReason reason) {
    return new StepFill(
        new Price(price * 10_000L),
        new Power(offered * 1000L),
        new Power(accepted * 1000L),
        reason);
  }

  private static Curve curve(int... pricesAndMegawatts) {
    List<CurveCorner> corners = new ArrayList<>();
    for (int i = 0; i < pricesAndMegawatts.length; i += 2) {
      corners.add(
          new CurveCorner(
              new Price(pricesAndMegawatts[i] * 10_000L),
              new Power(pricesAndMegawatts[i + 1] * 1000L)));
    }
    return new Curve(new CurveOrder("c", "A", corners), 0);
  }
}

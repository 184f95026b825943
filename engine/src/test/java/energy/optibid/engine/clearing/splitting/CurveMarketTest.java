package energy.optibid.engine.clearing.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.clearing.domain.PeriodMarket.Hop;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The market of one hour in floating point against the exact clearing with the same injections as
 * fixed exchanges, and by hand. EUR per MWh; a lot is 1 MW by hand.
 */
class CurveMarketTest {
  private static final int CASES = 400;
  private static final double SAME = 1e-3;

  /** kW; the exact clearing rounds to watts, which at small quantities is seen in the price. */
  private static final long LOT = 100_000;

  /** The exact clearing tells the price itself and its rounding as an interval: a tick of 0.01. */
  private static final double INTERVAL = 100 + SAME;

  @Test
  void prices_areThoseOfTheExactClearing() {
    Random random = new Random(3);
    int shortOnes = 0;
    int open = 0;
    for (int round = 0; round < CASES; round++) {
      TiePrice tie = TiePrice.values()[round % TiePrice.values().length];
      CurveProblem problem = TightMarkets.random(random, LOT, 12, 2 + random.nextInt(5), tie);
      List<String> zones = problem.zones();
      List<ExternalExchange> exports =
          List.of(new ExternalExchange("A", "far", new Power(LOT * random.nextInt(4))));
      CurveMarket market = new CurveMarket(problem, exports);
      for (int move = 0; move < 4; move++) {
        long[] lots = random.longs(zones.size(), -8, 9).toArray();
        market.inject(lots);
        CurvePeriod period = exchanged(problem, exports, lots);
        ClearingResult exact = exact(period);
        boolean cut = cutsAnExchange(period);
        assertTrue(market.isShort() || !cut, "round " + round);
        assertTrue(!market.isShort() || cut || isAtALimit(exact), "round " + round);
        shortOnes += cut ? 1 : 0;
        for (int zone = 0; zone < zones.size() && !market.isShort(); zone++) {
          ZoneOutcome outcome = exact.zone(zones.get(zone));
          String what = "round " + round + " zone " + zone + " " + outcome;
          assertEquals(outcome.price().tenThousandths(), market.tied(zone), SAME, what);
          assertEquals(outcome.low().tenThousandths(), market.low(zone), INTERVAL, what);
          assertEquals(outcome.high().tenThousandths(), market.high(zone), INTERVAL, what);
          open += market.low(zone) < market.high(zone) ? 1 : 0;
        }
        for (Hop hop : market.hops()) {
          assertTrue(
              market.isShort() || market.low(hop.to()) <= market.high(hop.from()) + SAME,
              hop::toString);
        }
      }
    }
    assertTrue(shortOnes > 30 && open > 50, shortOnes + " short, " + open + " open");
  }

  /** The gain is concave in the injection, and its tangents lie between flattest and steepest. */
  @Test
  void gain_risesByThePricesOfItsZones() {
    Random random = new Random(4);
    for (int round = 0; round < CASES; round++) {
      CurveProblem problem =
          TightMarkets.random(random, 1_000, 20, 2 + random.nextInt(5), TiePrice.MIDPOINT);
      int zones = problem.zones().size();
      CurveMarket market = new CurveMarket(problem, List.of());
      assertEquals(0, market.gain(), SAME);
      long[] lots = random.longs(zones, -9, 10).toArray();
      int zone = random.nextInt(zones);
      market.inject(lots.clone());
      double gain = market.gain();
      double flattest = market.flattest(zone);
      lots[zone]++;
      market.inject(lots.clone());
      double rise = market.gain() - gain;
      String what = "round " + round + " " + flattest + " " + rise + " " + market.steepest(zone);
      double rounding = 1e-9 * Math.abs(gain) + SAME;
      assertTrue(rise <= flattest + rounding, what);
      assertTrue(rise >= market.steepest(zone) - rounding, what);
    }
  }

  private static final CurveOrder DEMAND = curve("demand", "A", 0, 30, 60, 0);

  @Test
  void anInjection_isWorthWhatItBringsAndCosts() {
    CurveMarket market = market(Power.ofMegawatts("1"), DEMAND, curve("s", "A", 20, 0, 20, -10));
    assertEquals(40 * 10_000, market.tied(0), SAME);
    market.inject(new long[] {5});
    assertEquals(5 * 35 * 10_000, market.gain(), SAME);
    assertEquals(30 * 10_000, market.tied(0), SAME);
    market.inject(new long[] {-5});
    assertEquals(-5 * 45 * 10_000, market.gain(), SAME);
    // as if it had always been so
    CurveMarket fixed =
        new CurveMarket(
            problem(Power.ofMegawatts("1"), DEMAND, curve("s", "A", 20, 0, 20, -10)),
            List.of(new ExternalExchange("A", "far", Power.ofMegawatts("5"))));
    assertEquals(market.tied(0), fixed.tied(0), SAME);
    assertEquals(0, fixed.gain(), SAME);
  }

  @Test
  void work_isDoneWhereSomethingMovesAndOnce() {
    CurveMarket market = market(Power.ofMegawatts("1"), DEMAND, curve("s", "A", 20, 0, 20, -10));
    assertEquals(1, market.work());
    market.inject(new long[] {0});
    assertEquals(1, market.work());
    market.inject(new long[] {3});
    market.inject(new long[] {3});
    assertEquals(2, market.work());
  }

  /** Half a tick: only the exact clearing knows which way, and it is asked once. */
  @Test
  void aPriceAtHalfATick_isClearedExactly() {
    CurveProblem problem =
        problem(Power.ofMegawatts("1"), new Price(20_000), DEMAND, curve("s", "A", 0, -15, 1, -15));
    // 30 − 30·p/60 = 15: p = 30; with one more 28; with 14 and a half in all it would be 29
    CurveMarket market = new CurveMarket(problem, List.of());
    assertEquals(30 * 10_000, market.tied(0), SAME);
    CurveProblem odd =
        problem(
            Power.ofMegawatts("0.5"), new Price(20_000), DEMAND, curve("s", "A", 0, -15, 1, -15));
    CurveMarket half = new CurveMarket(odd, List.of());
    long before = half.work();
    half.inject(new long[] {1});
    ClearingResult exact = exact(exchanged(odd, List.of(), new long[] {1}));
    assertEquals(exact.zone("A").price().tenThousandths(), half.tied(0), SAME);
    assertEquals(half.tied(0), half.low(0), SAME);
    assertEquals(half.tied(0), half.high(0), SAME);
    assertEquals(before + 2, half.work());
  }

  @Test
  void anInterval_isPublishedToTheTickInside() {
    CurveProblem problem =
        problem(
            Power.ofMegawatts("1"),
            new Price(20_000),
            curve("demand", "A", 57, 10, 57, 0),
            curve("sell", "A", 13, 0, 13, -10));
    CurveMarket market = new CurveMarket(problem, List.of());
    assertEquals(14 * 10_000, market.low(0), SAME);
    assertEquals(56 * 10_000, market.high(0), SAME);
    assertEquals(13 * 10_000, market.flattest(0), SAME);
    assertEquals(57 * 10_000, market.steepest(0), SAME);
  }

  @Test
  void whatTheMarketCannotTakeOrGive_isShort() {
    CurveMarket market =
        market(
            Power.ofMegawatts("1"), curve("buy", "A", 60, 10, 60, 0), curve("s", "A", 5, 0, 5, -4));
    assertShort(false, market, -4);
    assertShort(true, market, -5);
    assertShort(false, market, 10);
    assertShort(true, market, 11);
  }

  @Test
  void whoeverStandsAtALimitIsCutThere_andAnInjectionMayNotBe() {
    CurveMarket market =
        market(Power.ofMegawatts("1"), curve("any", "A", 100, 10), curve("must", "A", -50, -4));
    // 6 of the buyer are cut at the cap: for those who take out as well that is short
    assertShort(false, market, 0);
    assertShort(false, market, 6);
    assertShort(true, market, -1);
    // beyond 6 the seller is cut at the floor, and so is whoever brings more
    assertShort(true, market, 7);
    assertShort(false, market, 3);
  }

  @Test
  void aFullLink_letsPricesPartOneWay() {
    CurveProblem problem =
        TightMarkets.problem(
            List.of("A", "B"),
            List.of(
                curve("cheap", "A", 10, 0, 10, -100),
                curve("dear", "B", 50, 0, 50, -100),
                curve("need", "B", 100, 40)),
            List.of(new Link("L", "A", "B", new Power(5_000), new Power(20_000))),
            TightMarkets.rules(1_000, TiePrice.LOWEST),
            new Price(100));
    CurveMarket market = new CurveMarket(problem, List.of());
    assertEquals(10 * 10_000, market.tied(0), SAME);
    assertEquals(50 * 10_000, market.tied(1), SAME);
    assertTrue(market.hops().contains(new Hop(1, 0)));
    assertTrue(!market.hops().contains(new Hop(0, 1)));
    market.inject(new long[] {0, 30});
    assertEquals(10 * 10_000, market.tied(1), SAME);
    assertTrue(market.hops().containsAll(Set.of(new Hop(1, 0), new Hop(0, 1))));
    // the other way: B has more than enough, 5 flow back
    market.inject(new long[] {-60, 60});
    assertTrue(market.hops().contains(new Hop(0, 1)));
  }

  private static void assertShort(boolean expected, CurveMarket market, long lots) {
    market.inject(new long[] {lots});
    assertEquals(expected, market.isShort(), "with " + lots);
  }

  private static CurveMarket market(Power lot, CurveOrder... orders) {
    return new CurveMarket(problem(lot, orders), List.of());
  }

  private static CurveProblem problem(Power lot, CurveOrder... orders) {
    return problem(lot, new Price(100), orders);
  }

  private static CurveProblem problem(Power lot, Price tick, CurveOrder... orders) {
    return TightMarkets.problem(
        List.of("A"),
        List.of(orders),
        List.of(),
        TightMarkets.rules(lot.kilowatts(), TiePrice.MIDPOINT),
        tick);
  }

  /** Corners of euros and MW; a seller's are negative. */
  private static CurveOrder curve(String id, String zone, long... eurosAndMegawatts) {
    List<CurveCorner> corners = new ArrayList<>();
    for (int i = 0; i < eurosAndMegawatts.length; i += 2) {
      corners.add(
          new CurveCorner(
              TightMarkets.euros(eurosAndMegawatts[i]),
              new Power(1_000 * eurosAndMegawatts[i + 1])));
    }
    return new CurveOrder(id, zone, corners);
  }

  private static ClearingResult exact(CurvePeriod period) {
    return SplitMarket.clear(period.problem()).split();
  }

  /** Injections as fixed exchanges. */
  private static CurvePeriod exchanged(
      CurveProblem problem, List<ExternalExchange> exports, long[] lots) {
    List<ExternalExchange> exchanges = new ArrayList<>(exports);
    for (int zone = 0; zone < lots.length; zone++) {
      exchanges.add(
          new ExternalExchange(
              problem.zones().get(zone),
              "injected",
              new Power(-lots[zone] * problem.rules().lot().kilowatts())));
    }
    return new CurvePeriod(
        problem.block(),
        problem.zones(),
        List.of(),
        problem.orders(),
        problem.links(),
        exchanges,
        problem.rules(),
        problem.tick());
  }

  private static boolean isAtALimit(ClearingResult hour) {
    return hour.zones().stream()
        .map(ZoneOutcome::price)
        .anyMatch(each -> Set.of(TightMarkets.euros(-50), TightMarkets.euros(100)).contains(each));
  }

  /** Whether an injection is not taken in full, however small the part. */
  private static boolean cutsAnExchange(CurvePeriod period) {
    for (Region region : new Splitting(period.problem()).regionOf) {
      for (int i = 0; i < region.size(); i++) {
        Curve curve = region.curve(i);
        BigInteger[] quantity = region.quantity(i);
        BigInteger wanted = BigInteger.valueOf(curve.most()).multiply(quantity[1]);
        if (curve.id.startsWith("exchange\n") && !quantity[0].equals(wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}

package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Interpolated curves, by hand and at random. Quantities in MW, prices in INR/MWh. */
class CurveClearingTest {
  private static final DeliveryBlock BLOCK =
      new DeliveryBlock(Instant.parse("2026-11-23T18:30:00Z"), Duration.ofMinutes(15));
  static final ClearingRules RULES =
      new ClearingRules(
          Currency.getInstance("INR"),
          Price.of("0"),
          Price.of("10000"),
          Power.ofMegawatts("0.1"),
          TiePrice.MIDPOINT);
  private static final Price TICK = Price.of("0.01");

  /** MARKET-RULES §3.1: p* = p_k + (p_{k+1} − p_k)·N_k/(N_k − N_{k+1}). */
  @Test
  void priceIsWhereTheNetCurveChangesSign() {
    // N(3000) = 100 − 40 = 60; N(4000) = 70 − 160 = −90; p* = 3000 + 1000·60/150 = 3400
    CurveResult result =
        clear(
            List.of(),
            curve("buy", "A", 3000, 100, 4000, 70),
            curve("sell", "A", 3000, -40, 4000, -160));
    assertEquals(Price.of("3400"), zone(result, "A").price());
    assertEquals(Power.ofMegawatts("88"), result.split().fill("buy").accepted());
    assertEquals(Power.ofMegawatts("88"), result.split().fill("sell").accepted());
    assertEquals(Price.of("3400"), result.unconstrainedPrice());
    assertEquals(Power.ofMegawatts("88"), result.unconstrainedVolume());
  }

  @Test
  void priceIsRoundedOnceToTheTick() {
    // N(0) = 10, N(1000) = −20: p* = 333.333…
    CurveResult result =
        clear(List.of(), curve("buy", "A", 0, 10, 1000, 10), curve("sell", "A", 0, 0, 1000, -30));
    assertEquals(Price.of("333.33"), zone(result, "A").price());
    assertEquals(Power.ofMegawatts("10"), zone(result, "A").demand());
  }

  @Test
  void priceOfAnIntervalIsItsMiddle() {
    CurveResult result =
        clear(
            List.of(),
            curve("buy", "A", 6000, 50, 6000, 0),
            curve("sell", "A", 2000, 0, 2000, -50));
    assertEquals(Price.of("4000"), zone(result, "A").price());
    assertEquals(Price.of("2000"), zone(result, "A").low());
    assertEquals(Price.of("6000"), zone(result, "A").high());
    assertEquals(Power.ofMegawatts("50"), zone(result, "A").demand());
  }

  @Test
  void atOneStepEverybodyTradesAsMuchAsPossibleAndTheLongerSideShares() {
    CurveResult result =
        clear(
            List.of(),
            curve("buy", "A", 3000, 30, 3000, 0),
            curve("one", "A", 3000, 0, 3000, -40),
            curve("two", "A", 3000, 0, 3000, -20));
    assertEquals(Price.of("3000"), zone(result, "A").price());
    assertEquals(Power.ofMegawatts("30"), result.split().fill("buy").accepted());
    assertEquals(Power.ofMegawatts("20"), result.split().fill("one").accepted());
    assertEquals(Power.ofMegawatts("10"), result.split().fill("two").accepted());
  }

  @Test
  void scarcityGoesToTheCapAndCutsBuysProRata() {
    CurveResult result =
        clear(
            List.of(),
            curve("big", "A", 0, 80, 10000, 80),
            curve("small", "A", 0, 20, 10000, 20),
            curve("sell", "A", 0, -50, 10000, -50));
    assertEquals(RULES.cap(), zone(result, "A").price());
    assertEquals(Power.ofMegawatts("40"), result.split().fill("big").accepted());
    assertEquals(Power.ofMegawatts("10"), result.split().fill("small").accepted());
    assertEquals(FillReason.CURTAILED_AT_LIMIT, result.split().fill("big").steps().get(0).reason());
  }

  @Test
  void abundanceGoesToTheFloorAndCutsSellsProRata() {
    CurveResult result =
        clear(
            List.of(),
            curve("buy", "A", 0, 30, 10000, 0),
            curve("big", "A", 0, -80, 10000, -80),
            curve("small", "A", 0, -20, 10000, -20));
    assertEquals(RULES.floor(), zone(result, "A").price());
    assertEquals(Power.ofMegawatts("24"), result.split().fill("big").accepted());
    assertEquals(Power.ofMegawatts("6"), result.split().fill("small").accepted());
  }

  @Test
  void aFullLinkSplitsTheMarket() {
    // alone: A at 2000 would send 100; the link carries 20
    CurveResult result =
        clear(
            List.of(link("A", "B", 20, 20)),
            curve("cheap", "A", 0, 0, 5000, -100),
            curve("local", "A", 0, 40, 10000, 40),
            curve("dear", "B", 4000, 0, 9000, -100),
            curve("need", "B", 0, 80, 10000, 80));
    assertEquals(Price.of("3000"), zone(result, "A").price());
    assertEquals(Price.of("7000"), zone(result, "B").price());
    LinkFlow flow = result.split().flow("A_B");
    assertEquals(Power.ofMegawatts("20"), flow.flow());
    assertTrue(flow.binding());
    assertEquals(Price.of("4000"), flow.shadowPrice());
    // together: 20p/1000 = 120 − sells of B; N(4000) = 120 − 80, N(5000) = 120 − 120
    assertEquals(Price.of("5000"), result.unconstrainedPrice());
  }

  /** Who moves with the price sets it: at home, or in the zone it comes from. */
  @Test
  void marginalCurvesAreNamedWithTheirZoneAndSide() {
    CurveResult result =
        clear(
            List.of(link("A", "B", 100, 100)),
            curve("z-need", "B", 0, 20, 10000, 20),
            curve("wish", "A", 2000, 50, 4000, 0),
            curve("base", "A", 0, -45, 10000, -45));
    // N(p) = 20 + 50·(4000 − p)/2000 − 45 = 0
    Price price = Price.of("3000");
    List<MarginalOrder> wish = List.of(new MarginalOrder("wish", 0, "A", Side.BUY, price));
    assertEquals(price, zone(result, "B").price());
    assertEquals(wish, zone(result, "A").marginal());
    assertEquals(wish, zone(result, "B").marginal());
    assertEquals(
        List.of("base", "wish", "z-need"),
        result.split().fills().stream().map(OrderFill::orderId).toList());
    CurveResult sold =
        clear(
            List.of(),
            curve("need", "A", 0, 20, 10000, 20),
            curve("offer", "A", 2000, 0, 4000, -40));
    assertEquals(
        List.of(new MarginalOrder("offer", 0, "A", Side.SELL, price)), zone(sold, "A").marginal());
  }

  @Test
  void aZoneWithoutSellersPaysTheCap() {
    CurveResult result =
        clear(
            List.of(link("A", "B", 0, 30)),
            curve("sell", "A", 0, 0, 5000, -100),
            curve("need", "B", 0, 80, 10000, 80));
    assertEquals(RULES.cap(), zone(result, "B").price());
    assertEquals(Power.ofMegawatts("30"), result.split().fill("need").accepted());
    assertEquals(Price.of("1500"), zone(result, "A").price());
  }

  @Test
  void lotsAreRoundedByLargestRemainderAndBalance() {
    CurveResult result =
        clear(
            List.of(),
            curve("b1", "A", 0, 1, 3000, 0),
            curve("b2", "A", 0, 1, 3000, 0),
            curve("b3", "A", 0, 1, 3000, 0),
            curve("sell", "A", 0, -1, 10000, -1));
    // each buyer wants 1/3 MW: 0.3, 0.3 and 0.4
    assertEquals(Power.ofMegawatts("1"), zone(result, "A").demand());
    assertEquals(Power.ofMegawatts("1"), zone(result, "A").supply());
  }

  /** A rival's offer never raises the price where it is made. */
  @Test
  void moreSupplyNeverRaisesThePriceOfItsZone() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      CurveProblem problem = random(random, 6, 30);
      CurveProblem more =
          with(problem, curve("extra", problem.zones().get(0), 1000, 0, 2000, -200));
      long before =
          zone(CurveClearing.clear(problem), problem.zones().get(0)).price().tenThousandths();
      long after = zone(CurveClearing.clear(more), problem.zones().get(0)).price().tenThousandths();
      assertTrue(after <= before, "round " + round + ": " + before + " became " + after);
    }
  }

  @Test
  void randomMarketsPassTheVerifierInAnyOrder() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      CurveProblem problem = random(random, 2 + random.nextInt(12), 10 + random.nextInt(200));
      CurveResult result = CurveClearing.clear(problem);
      assertEquals(List.of(), CurveVerifier.verify(problem, result), "round " + round);
      List<CurveOrder> shuffled = new ArrayList<>(problem.orders());
      Collections.shuffle(shuffled, random);
      List<Link> links = new ArrayList<>(problem.links());
      Collections.shuffle(links, random);
      assertEquals(
          result,
          CurveClearing.clear(
              new CurveProblem(problem.block(), problem.zones(), shuffled, links, RULES, TICK)));
    }
  }

  private static CurveProblem with(CurveProblem problem, CurveOrder extra) {
    List<CurveOrder> orders = new ArrayList<>(problem.orders());
    orders.add(extra);
    return new CurveProblem(
        problem.block(), problem.zones(), orders, problem.links(), problem.rules(), TICK);
  }

  /** Zones in a ring with chords, curves of both sides with slopes, steps and plateaus. */
  static CurveProblem random(Random random, int zoneCount, int curveCount) {
    List<String> zones = new ArrayList<>();
    for (int i = 0; i < zoneCount; i++) {
      zones.add("Z" + i);
    }
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < zoneCount; i++) {
      links.add(
          link(
              zones.get(i),
              zones.get((i + 1) % zoneCount),
              random.nextInt(60),
              random.nextInt(60)));
      if (i + 3 < zoneCount && random.nextBoolean()) {
        links.add(link(zones.get(i), zones.get(i + 3), random.nextInt(90), random.nextInt(90)));
      }
    }
    List<CurveOrder> orders = new ArrayList<>();
    for (int i = 0; i < curveCount; i++) {
      int corners = 1 + random.nextInt(7);
      long[] prices = random.longs(corners, 0, 101).map(p -> p * 100).sorted().toArray();
      long[] quantities = random.longs(corners, -500, 500).sorted().toArray();
      double[] pairs = new double[2 * corners];
      for (int k = 0; k < corners; k++) {
        pairs[2 * k] = prices[k];
        pairs[2 * k + 1] = quantities[corners - 1 - k] / 10.0;
      }
      orders.add(curve("c" + i, zones.get(random.nextInt(zoneCount)), pairs));
    }
    return new CurveProblem(
        BLOCK, zones, orders, zoneCount == 2 ? links.subList(0, 1) : links, RULES, TICK);
  }

  static CurveProblem problem(List<Link> links, CurveOrder... orders) {
    return new CurveProblem(
        BLOCK,
        Arrays.stream(orders).map(CurveOrder::zone).distinct().toList(),
        List.of(orders),
        links,
        RULES,
        TICK);
  }

  private static CurveResult clear(List<Link> links, CurveOrder... orders) {
    CurveProblem problem = problem(links, orders);
    CurveResult result = CurveClearing.clear(problem);
    assertEquals(List.of(), CurveVerifier.verify(problem, result));
    return result;
  }

  private static ZoneOutcome zone(CurveResult result, String zone) {
    return result.split().zone(zone);
  }

  static Link link(String from, String to, int reverse, int forward) {
    return new Link(
        from + "_" + to, from, to, new Power(reverse * 1000L), new Power(forward * 1000L));
  }

  static CurveOrder curve(String id, String zone, double... pricesAndMegawatts) {
    List<CurveCorner> corners = new ArrayList<>();
    for (int i = 0; i < pricesAndMegawatts.length; i += 2) {
      corners.add(
          new CurveCorner(
              Price.of(BigDecimal.valueOf(pricesAndMegawatts[i])),
              Power.ofMegawatts(BigDecimal.valueOf(pricesAndMegawatts[i + 1]))));
    }
    return new CurveOrder(id, zone, corners);
  }
}

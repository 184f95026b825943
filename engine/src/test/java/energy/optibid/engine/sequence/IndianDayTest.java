package energy.optibid.engine.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.CurveVerifier;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.sequence.CorridorPriority.Taken;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One block of GDAM, DAM and HP-DAM over one corridor from W to N of 100 MW, in which every rule of
 * the sequence changes the answer. INR/MWh and MW.
 *
 * <ul>
 *   <li>GDAM: N buys 80 up to 6,000; wind in W sells 120 at 2,000. 80 MW flow to N.
 *   <li>DAM: N buys 120 up to 9,000; coal in W sells 200 at 3,000, gas in N sells 90 at 7,000.
 *   <li>HP-DAM: storage in W sells 50 at 12,000; a buyer in W wants 10 up to 15,000.
 * </ul>
 */
class IndianDayTest {
  private static final DeliveryBlock BLOCK =
      new DeliveryBlock(Instant.parse("2026-11-26T13:30:00Z"), Duration.ofMinutes(15));
  private static final Link CORRIDOR = new Link("W-N", "W", "N", mw(100), mw(100));

  private static final List<CurveOrder> GREEN = List.of(buy("n", "N", 6000, 80), wind());
  private static final List<CurveOrder> DAY_AHEAD =
      List.of(buy("n", "N", 9000, 120), sell("coal", "W", 3000, 200), sell("gas", "N", 7000, 90));
  private static final List<CurveOrder> HIGH_PRICE =
      List.of(sell("storage", "W", 12_000, 50), buy("w", "W", 15_000, 10));

  private static CurveOrder wind() {
    return sell("wind", "W", 2000, 120);
  }

  @Test
  void whatGdamTakesOfTheCorridorIsNotThereForDam() {
    CurveResult green = clear(GREEN, List.of(CORRIDOR), 10_000);
    assertEquals(mw(80), flow(green));
    CurveResult alone = clear(DAY_AHEAD, List.of(CORRIDOR), 10_000);
    assertEquals(mw(100), flow(alone));
    CurveResult second = clear(DAY_AHEAD, left(green), 10_000);
    assertEquals(mw(20), flow(second), "80 of 100 MW are GDAM's");
    // N needs 120: 100 from W and 20 of gas, or 20 from W and all 90 of gas, which is not enough
    assertEquals(Price.of("7000"), second(alone));
    assertEquals(Price.of("9000"), second(second));
    assertEquals(Price.of("3000"), second.split().zone("W").price());
  }

  @Test
  void hpDamGetsWhatBothLeft() {
    CurveResult green = clear(GREEN, List.of(CORRIDOR), 10_000);
    CurveResult dayAhead = clear(DAY_AHEAD, left(green), 10_000);
    List<CurveOrder> book = new ArrayList<>(HIGH_PRICE);
    book.add(buy("north", "N", 18_000, 30));
    CurveResult unlimited = clear(book, List.of(CORRIDOR), 20_000);
    CurveResult third = clear(book, left(green, dayAhead), 20_000);
    assertEquals(mw(30), flow(unlimited));
    assertEquals(mw(0), flow(third));
    assertEquals(Price.of("12000"), second(unlimited));
    assertNotEquals(Price.of("12000"), second(third));
  }

  @Test
  void unselectedVolumeOfGdamCompetesInDam() {
    CurveResult green = clear(GREEN, List.of(CORRIDOR), 10_000);
    CurveOrder carried =
        CarriedVolume.of(wind(), green.split().fill("wind").accepted()).orElseThrow();
    assertEquals(List.of(corner(2000, 0), corner(2000, 0), corner(2000, -40)), carried.corners());

    CurveResult without = clear(DAY_AHEAD, left(green), 10_000);
    List<CurveOrder> book = new ArrayList<>(DAY_AHEAD);
    book.add(carried);
    CurveResult with = clear(book, left(green), 10_000);
    assertEquals(Price.of("3000"), without.split().zone("W").price());
    assertEquals(Price.of("2000"), with.split().zone("W").price(), "wind is enough for 20 MW");
    assertEquals(mw(20), with.split().fill("wind").accepted());
    assertEquals(mw(0), with.split().fill("coal").accepted());
  }

  @Test
  void aBuyersUnselectedVolumeRaisesHpDam() {
    CurveResult green = clear(GREEN, List.of(CORRIDOR), 10_000);
    CurveResult dayAhead = clear(DAY_AHEAD, left(green), 10_000);
    Power bought = dayAhead.split().fill("n").accepted();
    assertEquals(mw(110), bought, "20 MW of coal and 90 of gas, 10 are missing");
    CurveOrder carried = CarriedVolume.of(DAY_AHEAD.get(0), bought).orElseThrow();
    List<CurveOrder> book = new ArrayList<>();
    book.add(sell("storage", "N", 8000, 5));
    CurveResult without = clear(book, left(green, dayAhead), 20_000);
    assertEquals(mw(0), without.split().fill("storage").accepted());
    book.add(carried);
    CurveResult with = clear(book, left(green, dayAhead), 20_000);
    assertEquals(mw(5), with.split().fill("storage").accepted());
    assertEquals(mw(5), with.split().fill("n").accepted());
    assertEquals(Price.of("9000"), second(with), "the carried purchase is the marginal one");
  }

  @Test
  void theOrderOfTheAuctionsMatters() {
    CurveResult green = clear(GREEN, List.of(CORRIDOR), 10_000);
    CurveResult dayAheadFirst = clear(DAY_AHEAD, List.of(CORRIDOR), 10_000);
    CurveResult greenSecond = clear(GREEN, left(dayAheadFirst), 10_000);
    assertEquals(mw(80), green.split().fill("wind").accepted());
    assertEquals(mw(0), greenSecond.split().fill("wind").accepted());
  }

  /** The unconstrained pass knows no corridor, so priority moves ACP and leaves MCP and MCV. */
  @Test
  void priorityLeavesTheUnconstrainedPassAlone() {
    CurveResult green = clear(GREEN, List.of(CORRIDOR), 10_000);
    CurveResult alone = clear(DAY_AHEAD, List.of(CORRIDOR), 10_000);
    CurveResult second = clear(DAY_AHEAD, left(green), 10_000);
    assertEquals(alone.unconstrainedPrice(), second.unconstrainedPrice());
    assertEquals(mw(120), second.unconstrainedVolume());
    assertNotEquals(second(alone), second(second));
  }

  private static Price second(CurveResult result) {
    return result.split().zone("N").price();
  }

  private static Power flow(CurveResult result) {
    return result.split().flow("W-N").flow();
  }

  private static List<Link> left(CurveResult... earlier) {
    Map<String, Taken> taken = new HashMap<>();
    for (CurveResult result : earlier) {
      for (LinkFlow flow : result.split().flows()) {
        taken.merge(
            flow.linkId(),
            Taken.NOTHING.and(flow.flow()),
            (before, now) -> before.and(flow.flow()));
      }
    }
    return CorridorPriority.left(List.of(CORRIDOR), taken);
  }

  private static CurveResult clear(List<CurveOrder> orders, List<Link> links, int cap) {
    ClearingRules rules =
        new ClearingRules(
            Currency.getInstance("INR"),
            Price.of("0"),
            Price.of(Integer.toString(cap)),
            mw(0.1),
            TiePrice.MIDPOINT);
    CurveProblem problem =
        new CurveProblem(BLOCK, List.of("N", "W"), orders, links, rules, Price.of("0.01"));
    CurveResult result = CurveClearing.clear(problem);
    assertEquals(List.of(), CurveVerifier.verify(problem, result));
    return result;
  }

  private static CurveOrder buy(String id, String zone, int price, int megawatts) {
    return new CurveOrder(
        id, zone, List.of(corner(0, megawatts), corner(price, megawatts), corner(price, 0)));
  }

  private static CurveOrder sell(String id, String zone, int price, int megawatts) {
    return new CurveOrder(id, zone, List.of(corner(price, 0), corner(price, -megawatts)));
  }

  private static CurveCorner corner(int price, int megawatts) {
    return new CurveCorner(Price.of(Integer.toString(price)), mw(megawatts));
  }

  private static Power mw(double megawatts) {
    return new Power(Math.round(megawatts * 1000));
  }
}

package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.domain.PeriodMarket.Hop;
import energy.optibid.engine.clearing.domain.SteppedMarket;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An hour of step orders as the search sees it, against a clearing with fixed exchanges. */
class SteppedMarketTest {
  private static final int CASES = 400;

  /** In 10⁻⁴ of the currency × lots; both sides are whole numbers. */
  private static final double SAME = 0.01;

  @Test
  void market_isAClearingWithItsInjectionsAsExchanges() {
    Random random = new Random(9);
    int shortOnes = 0;
    int open = 0;
    int rises = 0;
    for (long seed = 0; seed < CASES; seed++) {
      ClearingProblem problem = Problems.random(seed, 4, 5, 6);
      SteppedMarket market = new SteppedMarket(problem);
      List<String> zones = problem.zones().stream().sorted().toList();
      Optional<ClearingResult> rest = cleared(problem, zones, new long[zones.size()]);
      assertEquals(rest.isEmpty(), market.isShort(), "seed " + seed);
      for (int move = 0; move < 5; move++) {
        long[] lots = random.longs(zones.size(), -3, 4).toArray();
        market.inject(lots);
        Optional<ClearingResult> exact = cleared(problem, zones, lots);
        assertEquals(exact.isEmpty(), market.isShort(), "seed " + seed);
        if (exact.isEmpty()) {
          shortOnes++;
          continue;
        }
        for (int zone = 0; zone < zones.size(); zone++) {
          ZoneOutcome outcome = exact.get().zone(zones.get(zone));
          String what = "seed " + seed + " " + outcome;
          assertEquals(outcome.low().tenThousandths(), market.low(zone), what);
          assertEquals(outcome.high().tenThousandths(), market.high(zone), what);
          assertEquals(outcome.price().tenThousandths(), market.tied(zone), what);
          open += market.low(zone) < market.high(zone) ? 1 : 0;
        }
        for (Hop hop : market.hops()) {
          assertTrue(market.low(hop.to()) <= market.high(hop.from()), hop::toString);
        }
        if (rest.isPresent()) {
          double more = value(problem, exact.get()) - value(problem, rest.get());
          assertEquals(more, market.gain(), SAME, "seed " + seed);
        }
        rises += checkTangents(market, lots, random.nextInt(zones.size()));
      }
    }
    assertTrue(
        shortOnes > 50 && open > 100 && rises > 100,
        shortOnes + " short, " + open + " open, " + rises + " rises");
  }

  /** One lot more gains no more than the flattest tangent says, and no less than the next one's. */
  private static int checkTangents(SteppedMarket market, long[] lots, int zone) {
    double gain = market.gain();
    double flattest = market.flattest(zone);
    long[] more = lots.clone();
    more[zone]++;
    market.inject(more);
    double rise = market.gain() - gain;
    assertTrue(rise <= flattest, rise + " more than " + flattest);
    assertTrue(rise >= market.steepest(zone), rise + " less than " + market.steepest(zone));
    market.inject(lots);
    assertEquals(gain, market.gain());
    return rise == 0 ? 0 : 1;
  }

  @Test
  void whatWouldBeMissing_isPricedBeyondTheLimits() {
    SteppedMarket market =
        new SteppedMarket(
            Problems.zones("A")
                .limits(-10, 20)
                .buy("b", "A", 20, 5)
                .sell("s", "A", -10, 5)
                .problem());
    market.inject(new long[] {-6});
    assertTrue(market.isShort());
    // twice the width between the limits, beyond them: 2 · 31
    assertEquals(20 + 62, market.steepest(0));
    assertEquals(20, market.high(0));
    market.inject(new long[] {6});
    assertTrue(market.isShort());
    assertEquals(-10 - 62, market.flattest(0));
    assertEquals(-10, market.low(0));
    // 5 out leaves nothing to the buyer: any price from its own on
    market.inject(new long[] {-5});
    assertFalse(market.isShort());
    assertEquals(20 + 62, market.steepest(0));
    assertEquals(20, market.flattest(0));
  }

  @Test
  void aHop_isWhereOneMoreLotCouldFlow() {
    SteppedMarket market =
        new SteppedMarket(
            Problems.zones("A", "B")
                .sell("cheap", "A", 1, 9)
                .sell("dear", "B", 5, 9)
                .buy("b", "B", 9, 8)
                .border("X", 4)
                .link("A", "B", 2, 3)
                .link("B", "X", 0, 0)
                .problem());
    assertEquals(List.of(new Hop(1, 0)), market.hops());
    market.inject(new long[] {0, 6});
    assertEquals(List.of(new Hop(0, 1), new Hop(1, 0)), market.hops());
    market.inject(new long[] {-9, 20});
    assertEquals(List.of(new Hop(0, 1)), market.hops());
  }

  @Test
  void work_isOneForEachMove() {
    SteppedMarket market =
        new SteppedMarket(Problems.zones("A").buy("b", "A", 9, 8).sell("s", "A", 1, 9).problem());
    assertEquals(1, market.work());
    market.inject(new long[] {0});
    assertEquals(1, market.work());
    market.inject(new long[] {2});
    market.inject(new long[] {2});
    assertEquals(2, market.work());
  }

  @Test
  void anotherSeller_addsItsSurplusToTheWelfareAtRest() {
    Problems alone = Problems.zones("A").limits(0, 100).buy("b", "A", 60, 10).sell("s", "A", 50, 4);
    double one = new SteppedMarket(alone.problem()).welfareAtRest();
    double both = new SteppedMarket(alone.sell("t", "A", 20, 3).problem()).welfareAtRest();
    assertEquals(3 * 40, both - one);
  }

  private static Optional<ClearingResult> cleared(
      ClearingProblem problem, List<String> zones, long[] lots) {
    List<ExternalExchange> exchanges = new ArrayList<>(problem.exchanges());
    long lot = problem.rules().lot().kilowatts();
    for (int zone = 0; zone < lots.length; zone++) {
      exchanges.add(
          new ExternalExchange(zones.get(zone), "injected", new Power(-lots[zone] * lot)));
    }
    try {
      return Optional.of(
          Clearing.clear(
              new ClearingProblem(
                  problem.block(),
                  problem.zones(),
                  problem.orders(),
                  problem.links(),
                  exchanges,
                  problem.borders(),
                  problem.rules())));
    } catch (InfeasibleClearingException e) {
      return Optional.empty();
    }
  }

  /** Welfare of a quarter of an hour in 10⁻⁴ of the currency per MWh × lots. */
  private static double value(ClearingProblem problem, ClearingResult result) {
    double perHour = 4 * result.welfare().amount().doubleValue();
    return perHour * 10_000 * 1_000 / problem.rules().lot().kilowatts();
  }
}

package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.buy;
import static energy.optibid.engine.clearing.replay.Auctions.curve;
import static energy.optibid.engine.clearing.replay.Auctions.day;
import static energy.optibid.engine.clearing.replay.Auctions.hour;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static energy.optibid.engine.clearing.replay.Auctions.sell;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.clearing.replay.Sweep.Figure;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which range a sweep takes, and what it moves, by hand. Hours, MW, EUR/MWh. */
class SweepTest {
  @Test
  void aRange_mayBeOnePoint_andHoldsAsManyAsItsStepLeaves() {
    assertEquals(1, new Sweep("own", Figure.PRICE, 7, 7, 1).size());
    assertEquals(4, new Sweep("own", Figure.PRICE, 10, 20, 3).size());
    assertEquals(Sweep.MOST_POINTS, new Sweep("own", Figure.PRICE, 1000, 2000, 1).size());
    assertEquals(Sweep.MOST_POINTS, new Sweep("own", Figure.PRICE, 0, 2001, 2).size());
    assertThrows(IllegalArgumentException.class, () -> new Sweep("own", Figure.PRICE, 0, 2002, 2));
    assertThrows(IllegalArgumentException.class, () -> new Sweep("own", Figure.PRICE, 8, 7, 1));
  }

  @Test
  void aPrice_mayBeNegative_aQuantityMayBeZero() {
    assertDoesNotThrow(() -> new Sweep("own", Figure.PRICE, -5, 0, 1));
    assertDoesNotThrow(() -> new Sweep("own", Figure.QUANTITY, 0, 5, 1));
  }

  /** 100 MW are bought at any price, others offer 2 MW more for each euro up to 100 MW at 50. */
  private static final AuctionProblem CURVES =
      day(
          hour(1, 0, curve("load", "A", 0, 100)),
          hour(
              2,
              0,
              curve("load", "A", 0, 100),
              curve("others", "A", 0, 0, 50, -100),
              curve("own", "A", 20, 0, 20, -20)));

  @Test
  void aCurve_isSweptInItsPeriodAlone() {
    // at 40 the others offer 80 and the sweep's 20 are all needed; at 45 it sets the price for 10
    assertEquals(
        List.of("800", "450"),
        points(CURVES, new Sweep("own", Figure.PRICE, 200_000, 450_000, 250_000), SweepTest::paid));
    assertEquals(
        List.of(price(40), price(45)),
        points(
            CURVES, new Sweep("own", Figure.PRICE, 200_000, 450_000, 250_000), Sweep.Point::price));
    // without it the others just suffice: any price from 50 to the cap does
    assertEquals(
        List.of(price(2025), price(45), price(40), price(35)),
        points(CURVES, new Sweep("own", Figure.QUANTITY, 0, 30_000, 10_000), Sweep.Point::price));
  }

  @Test
  void anOrderInTwoZones_isRefused_andOneInNone() {
    AuctionProblem spread =
        day(hour(1, 10, sell("own", "A", 10, 50)), hour(2, 10, sell("own", "B", 10, 50)));
    assertTrue(refusal(spread, "own").contains("own stands in several zones"));
    assertTrue(refusal(spread, "other").contains("there is no order other"));
  }

  @Test
  void theMeanPrice_isOfThePeriodsTheOrderStandsIn_alsoTheLast() {
    AuctionProblem three =
        day(
            hour(1, 10, buy("load", "A", 4000, 10), sell("others", "A", 20, 60)),
            hour(2, 10, buy("load", "A", 4000, 10), sell("others", "A", 30, 60), own()),
            hour(3, 10, buy("load", "A", 4000, 10), sell("others", "A", 41, 60), own()));
    assertEquals(
        List.of(price(71).tenThousandths() / 2),
        points(
            three,
            new Sweep("own", Figure.PRICE, 1_000_000, 1_000_000, 1),
            point -> point.price().tenThousandths()));
  }

  private static Order own() {
    return sell("own", "A", 100, 5);
  }

  private static String refusal(AuctionProblem problem, String id) {
    Sweep sweep = new Sweep(id, Figure.PRICE, 0, 9, 1);
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class, () -> points(problem, sweep, Sweep.Point::price))
            .getMessage());
  }

  private static <T> List<T> points(
      AuctionProblem problem, Sweep sweep, Function<Sweep.Point, T> figure) {
    return sweep
        .run(
            problem,
            new Replay(WorkBudget.DEFAULT).clear(problem),
            WorkBudget.DEFAULT,
            point -> {},
            () -> false)
        .stream()
        .map(figure)
        .toList();
  }

  private static String paid(Sweep.Point point) {
    return point.revenue().amount().stripTrailingZeros().toBigInteger().toString();
  }
}

package energy.optibid.engine.clearing.replay;

import static energy.optibid.engine.clearing.replay.Auctions.buy;
import static energy.optibid.engine.clearing.replay.Auctions.curve;
import static energy.optibid.engine.clearing.replay.Auctions.megawatts;
import static energy.optibid.engine.clearing.replay.Auctions.price;
import static energy.optibid.engine.clearing.replay.Auctions.sell;
import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One figure of an order moved, by hand. MW, EUR/MWh; the lot is 0.1 MW. */
class SweptOrderTest {
  private static final SweptOrder SWEPT = new SweptOrder(Auctions.RULES);

  @Test
  void aQuantity_isSharedByTheStepsAsBefore() {
    assertEquals(
        sell("o", "A", 10, 20, 30, 60),
        SWEPT.withQuantity(sell("o", "A", 10, 2, 30, 6), megawatts(80)));
  }

  @Test
  void aQuantityThatDoesNotDivide_isCumulatedFromTheBestStep_downToTheLot() {
    // thirds of 1 MW: 0.3 up to the best step, 0.6 up to the next, all of it with the last
    List<Power> expected = List.of(new Power(300), new Power(300), new Power(400));
    Order sale = SWEPT.withQuantity(sell("o", "A", 30, 5, 10, 5, 20, 5), megawatts(1));
    assertEquals(List.of(price(10), price(20), price(30)), prices(sale));
    assertEquals(expected, sale.steps().stream().map(Step::quantity).toList());
    Order purchase = SWEPT.withQuantity(buy("o", "A", 30, 5, 10, 5, 20, 5), megawatts(1));
    assertEquals(List.of(price(30), price(20), price(10)), prices(purchase));
    assertEquals(expected, purchase.steps().stream().map(Step::quantity).toList());
  }

  @Test
  void aPrice_isThatOfTheBestStep_theOthersKeepTheirDistance() {
    assertEquals(
        sell("o", "A", 45, 1, 25, 2), SWEPT.withPrice(sell("o", "A", 30, 1, 10, 2), price(25)));
    assertEquals(
        buy("o", "A", 25, 1, 5, 2), SWEPT.withPrice(buy("o", "A", 30, 1, 10, 2), price(25)));
  }

  @Test
  void aPriceBeyondTheLimits_isTheLimit() {
    assertEquals(
        sell("o", "A", 3990, 1, 4000, 2),
        SWEPT.withPrice(sell("o", "A", 10, 1, 30, 2), price(3990)));
    assertEquals(buy("o", "A", 5, 1, 0, 2), SWEPT.withPrice(buy("o", "A", 30, 1, 10, 2), price(5)));
  }

  @Test
  void aCurvesQuantity_isTheMostItTrades_cornersKeepTheirShare() {
    assertEquals(
        curve("c", "A", 10, 20, 20, 0, 90, -60),
        SWEPT.withQuantity(curve("c", "A", 10, 10, 20, 0, 90, -30), megawatts(60)));
    assertEquals(
        curve("c", "A", 10, 60, 90, 0),
        SWEPT.withQuantity(curve("c", "A", 10, 20, 90, 0), megawatts(60)));
    assertEquals(
        curve("c", "A", 10, 0, 90, 0),
        SWEPT.withQuantity(curve("c", "A", 10, 0, 90, 0), megawatts(60)));
  }

  @Test
  void aCurvesPrice_isThatOfTheFirstCornerOfASale_andOfTheLastOfAPurchase() {
    assertEquals(
        curve("c", "A", 15, 0, 95, -30),
        SWEPT.withPrice(curve("c", "A", 10, 0, 90, -30), price(15)));
    assertEquals(
        curve("c", "A", 5, 30, 85, 0), SWEPT.withPrice(curve("c", "A", 10, 30, 90, 0), price(85)));
  }

  private static List<Price> prices(Order order) {
    return order.steps().stream().map(Step::price).toList();
  }
}

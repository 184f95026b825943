package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a problem of steps must keep to be taken, at its very edges, and what a result answers. */
class ClearingProblemTest {
  private static final long MOST = ClearingProblem.MOST_LOTS;

  @Test
  void aName_standsOnceAndIsKnown() {
    refused("zone N appears twice", Problems.zones("N", "N"));
    refused("border node N appears twice", Problems.zones("N").border("N", 5));
    refused("order b appears twice", Problems.zones("N").buy("b", "N", 1, 1).sell("b", "N", 1, 1));
    refused("order b names S", Problems.zones("N").buy("b", "S", 1, 1));
    refused("names X", Problems.zones("N").link("N", "X", 1, 1));
    refused("names X", Problems.zones("N").link("X", "N", 1, 1));
    refused("exchange with Y names X", Problems.zones("N").export("X", "Y", 1));
    refused("names B", Problems.zones("N").border("B", 5).export("B", "Y", 1));
    taken(Problems.zones("N").border("B", 5).link("B", "N", 1, 1));
    ClearingProblem linked = Problems.zones("N", "S").link("N", "S", 1, 1).problem();
    Link twice = linked.links().get(0);
    refused(
        "link " + twice.id() + " appears twice",
        () -> of(linked, List.of(twice, twice), linked.rules()));
  }

  @Test
  void aPrice_isWithinTheLimits() {
    taken(Problems.zones("N").limits(0, 10).buy("b", "N", 10, 1).sell("s", "N", 0, 1));
    refused("order b: ", Problems.zones("N").limits(0, 10).buy("b", "N", 11, 1));
    refused("order s: ", Problems.zones("N").limits(0, 10).sell("s", "N", -1, 1));
    taken(Problems.zones("N").limits(0, 10).border("B", 10).border("C", 0));
    refused("border node B: ", Problems.zones("N").limits(0, 10).border("B", 11));
    refused("border node B: ", Problems.zones("N").limits(0, 10).border("B", -1));
  }

  @Test
  void aQuantity_isOfWholeLots() {
    ClearingProblem bought = Problems.zones("N").buy("b", "N", 1, 150).problem();
    refused("order b: ", () -> of(bought, List.of(), lot(bought, 100)));
    assertDoesNotThrow(() -> of(bought, List.of(), lot(bought, 50)));
    ClearingProblem exported = Problems.zones("N").export("N", "X", -150).problem();
    refused("exchange with X: ", () -> of(exported, List.of(), lot(exported, 100)));
  }

  @Test
  void quantities_areNoMoreThanIsExact() {
    taken(Problems.zones("N").lot(100).buy("b", "N", 1, MOST));
    refused("the sum of offers", Problems.zones("N").lot(100).buy("b", "N", 1, MOST + 1));
    refused("the sum of offers", Problems.zones("N").buy("b", "N", 1, 1).sell("s", "N", 1, MOST));
    refused("the sum of offers", Problems.zones("N").buy("b", "N", 1, MOST).export("N", "X", -1));
    refused("the sum of offers", Problems.zones("N").buy("b", "N", 1, MOST).export("N", "X", 1));
    taken(Problems.zones("N", "S").lot(100).link("N", "S", MOST, MOST));
    refused("capacity of link", Problems.zones("N", "S").link("N", "S", MOST + 1, 1));
    refused("capacity of link", Problems.zones("N", "S").link("N", "S", 1, MOST + 1));
  }

  @Test
  void limits_mayBeOnePrice_andALotIsPositive() {
    ClearingRules rules = Problems.zones("N").problem().rules();
    assertDoesNotThrow(() -> rules(rules, 7, 7, 1));
    refused("is above cap", () -> rules(rules, 8, 7, 1));
    refused("the lot must be positive", () -> rules(rules, 0, 7, 0));
    refused("the lot must be positive", () -> rules(rules, 0, 7, -1));
  }

  @Test
  void aResult_answersForWhatItsProblemHas_andForNothingElse() {
    ClearingResult result =
        Clearing.clear(
            Problems.zones("N", "S")
                .buy("b", "N", 30, 3, 20, 4)
                .sell("s", "S", 10, 5)
                .link("S", "N", 2, 4)
                .problem());
    assertEquals("S", result.zone("S").zone());
    assertEquals("s", result.fill("s").orderId());
    assertEquals(new Power(7), result.fill("b").offered());
    assertEquals(new Power(4), result.fill("b").accepted());
    assertEquals(new Power(4), result.flow("S>N#0").flow());
    assertTrue(absent(() -> result.zone("X")).contains("no zone X"));
    assertTrue(absent(() -> result.fill("X")).contains("no order X"));
    assertTrue(absent(() -> result.flow("X")).contains("no link X"));
  }

  @Test
  void anAuctionWithoutAnswer_saysWhy_butNotHowMuchIsMissing() {
    InfeasibleClearingException none = new InfeasibleClearingException("ramps contradict");
    assertEquals("ramps contradict", none.getMessage());
    assertEquals(Power.ZERO, none.missing());
  }

  private static String absent(Executable asking) {
    return String.valueOf(assertThrows(NoSuchElementException.class, asking).getMessage());
  }

  private static ClearingRules rules(ClearingRules rules, long floor, long cap, long lot) {
    return new ClearingRules(
        rules.currency(), new Price(floor), new Price(cap), new Power(lot), rules.tie());
  }

  private static ClearingRules lot(ClearingProblem problem, long kilowatts) {
    ClearingRules rules = problem.rules();
    return new ClearingRules(
        rules.currency(), rules.floor(), rules.cap(), new Power(kilowatts), rules.tie());
  }

  private static ClearingProblem of(ClearingProblem fine, List<Link> links, ClearingRules rules) {
    return new ClearingProblem(
        fine.block(), fine.zones(), fine.orders(), links, fine.exchanges(), fine.borders(), rules);
  }

  private static void taken(Problems problems) {
    assertDoesNotThrow(problems::problem);
  }

  private static void refused(String reason, Problems problems) {
    refused(reason, problems::problem);
  }

  private static void refused(String reason, Executable making) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, making);
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused::getMessage);
  }
}

package energy.optibid.engine.clearing.auction;

import static energy.optibid.engine.clearing.Violation.Rule.BALANCE;
import static energy.optibid.engine.clearing.Violation.Rule.COMPLETE;
import static energy.optibid.engine.clearing.Violation.Rule.LOAD_GRADIENT;
import static energy.optibid.engine.clearing.Violation.Rule.LOT;
import static energy.optibid.engine.clearing.Violation.Rule.MINIMUM_INCOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.units.Power;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComplexOrderVerifierTest {
  private static final long MEGAWATT = 1000;
  private static final long EURO = 10_000;

  /** The plant at 5 may go from two megawatts to five only: the first hour's price falls to −10. */
  private static AuctionProblem gradient(long perHour) {
    return Book.hours(2, "A")
        .complex("g", "A", -1, -1, perHour, 0, new long[] {5, 10}, new long[] {5, 10})
        .buy(1, "b1", "A", 100, 2)
        .buy(2, "b2", "A", 100, 10)
        .sell(2, "c2", "A", 20, 100)
        .problem();
  }

  private static HandResult gradientResult(AuctionProblem problem, long firstPrice) {
    return new HandResult(problem, MEGAWATT)
        .price(1, "A", firstPrice)
        .price(2, "A", 20 * EURO)
        .fill(1, "g", 2)
        .fill(1, "b1", 2)
        .fill(2, "g", 5)
        .fill(2, "b2", 10)
        .fill(2, "c2", 5);
  }

  @Test
  void gradient_bestForItsOwnerAtThePrices_isRight() {
    AuctionProblem problem = gradient(3);
    assertBroken(Set.of(), problem, gradientResult(problem, -10 * EURO).result());
  }

  @Test
  void gradient_betterPowerAtThePrices_isNamed() {
    AuctionProblem problem = gradient(3);
    assertBroken(Set.of(LOAD_GRADIENT), problem, gradientResult(problem, -9 * EURO).result());
    assertBroken(Set.of(LOAD_GRADIENT), problem, gradientResult(problem, -11 * EURO).result());
  }

  @Test
  void gradient_steeperThanAllowed_isNamed() {
    AuctionProblem problem = gradient(2);
    assertBroken(Set.of(LOAD_GRADIENT), problem, gradientResult(problem, -10 * EURO).result());
  }

  @Test
  void gradient_powerStillBalances_andStandsInItsOffer() {
    AuctionProblem problem = gradient(3);
    AuctionResult right = gradientResult(problem, -10 * EURO).result();
    assertTrue(
        rules(problem, gradientResult(problem, -10 * EURO).fill(2, "c2", 4).result())
            .contains(BALANCE));
    assertTrue(
        rules(problem, fill(right, f -> new OrderFill(f.orderId(), f.zone(), f.side(), List.of())))
            .contains(COMPLETE));
    assertTrue(rules(problem, fill(right, f -> accepted(f, new Power(11_000)))).contains(LOT));
    assertTrue(rules(problem, fill(right, f -> accepted(f, new Power(-1)))).contains(LOT));
  }

  /** Two hours at 20 for five megawatts pay 200. */
  private static AuctionProblem income(long fixed, long variable, int stop) {
    return Book.hours(2, "A")
        .complex("m", "A", fixed, variable, -1, stop, new long[] {5, 5}, new long[] {6, 5})
        .buy(1, "b1", "A", 20, 10)
        .buy(2, "b2", "A", 20, 10)
        .problem();
  }

  private static HandResult stays(AuctionProblem problem) {
    return new HandResult(problem, MEGAWATT)
        .price(1, "A", 20 * EURO)
        .price(2, "A", 20 * EURO)
        .fill(1, "m", 5)
        .fill(1, "b1", 5)
        .fill(2, "m", 5)
        .fill(2, "b2", 5);
  }

  @Test
  void minimumIncome_earned_isRight() {
    for (AuctionProblem problem :
        List.of(income(200, 0, 0), income(150, 5, 0), income(145, -1, 0))) {
      assertIncome(false, problem);
    }
  }

  @Test
  void minimumIncome_missed_isNamed() {
    for (AuctionProblem problem :
        List.of(income(201, 0, 0), income(151, 5, 0), income(146, -1, 0))) {
      assertIncome(true, problem);
    }
  }

  private static void assertIncome(boolean missed, AuctionProblem problem) {
    assertEquals(missed, rules(problem, stays(problem).result()).contains(MINIMUM_INCOME));
  }

  @Test
  void complexOrder_withoutIncome_neverLeaves() {
    AuctionProblem problem =
        Book.hours(1, "A").complex("g", "A", -1, -1, 3, 0, new long[] {5, 10}).problem();
    AuctionResult left = new HandResult(problem, MEGAWATT).price(1, "A", 0).leaves("g").result();
    assertTrue(rules(problem, left).contains(MINIMUM_INCOME));
  }

  @Test
  void scheduledStop_leavesTheCheapestStepOfItsFirstHours() {
    AuctionProblem problem = income(500, 0, 1);
    HandResult stopped =
        new HandResult(problem, MEGAWATT)
            .leaves("m")
            .price(1, "A", 20 * EURO)
            .price(2, "A", 20 * EURO)
            .fill(1, "m", 5)
            .fill(1, "b1", 5);
    Set<Rule> broken = rules(problem, stopped.result());
    assertFalse(broken.contains(COMPLETE), broken.toString());
    AuctionProblem longer = income(500, 0, 2);
    assertTrue(rules(longer, stopped.result()).contains(COMPLETE));
  }

  private static AuctionResult fill(AuctionResult result, UnaryOperator<OrderFill> change) {
    return Altered.withPeriod(
        result,
        1,
        p ->
            Altered.withFills(
                p,
                p.fills().stream()
                    .map(f -> f.orderId().equals("g") ? change.apply(f) : f)
                    .toList()));
  }

  private static OrderFill accepted(OrderFill fill, Power power) {
    StepFill step = fill.steps().get(0);
    return new OrderFill(
        fill.orderId(),
        fill.zone(),
        fill.side(),
        List.of(new StepFill(step.price(), step.offered(), power, step.reason())));
  }

  private static Set<Rule> rules(AuctionProblem problem, AuctionResult result) {
    return AuctionVerifier.verify(problem, result).stream()
        .map(Violation::rule)
        .collect(Collectors.toSet());
  }

  private static void assertBroken(
      Set<Rule> expected, AuctionProblem problem, AuctionResult result) {
    assertEquals(expected, rules(problem, result));
  }
}

package energy.optibid.engine.clearing.auction;

import static energy.optibid.engine.clearing.Violation.Rule.BALANCE;
import static energy.optibid.engine.clearing.Violation.Rule.COMPLETE;
import static energy.optibid.engine.clearing.Violation.Rule.CRITICAL_BRANCH;
import static energy.optibid.engine.clearing.Violation.Rule.FILL_PRICE;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_LIMIT;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_PRICE;
import static energy.optibid.engine.clearing.Violation.Rule.LOT;
import static energy.optibid.engine.clearing.Violation.Rule.RAMP;
import static energy.optibid.engine.clearing.Violation.Rule.STATEMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Ramps, losses and critical branches, on results worked out by hand. */
class CoupledNetworkVerifierTest {
  private static final long MEGAWATT = 1000;
  private static final long EURO = 10_000;

  /** A is cheap, B dear, and the flow may rise by two megawatts an hour from nothing. */
  private static Book ramped(long step, Optional<Long> before) {
    Book book = Book.hours(2, "A", "B").link("L", "A", "B", 10, 10).ramp("L", step, before);
    for (int hour = 1; hour <= 2; hour++) {
      book.sell(hour, "a" + hour, "A", 10, 100)
          .buy(hour, "b" + hour, "B", 100, 10)
          .sell(hour, "c" + hour, "B", 50, 100);
    }
    return book;
  }

  private static HandResult rampedResult(AuctionProblem problem, long first, long second) {
    HandResult result = new HandResult(problem, MEGAWATT);
    long[] flows = {first, second};
    for (int hour = 1; hour <= 2; hour++) {
      result
          .price(hour, "A", 10 * EURO)
          .price(hour, "B", 50 * EURO)
          .fill(hour, "a" + hour, flows[hour - 1])
          .fill(hour, "b" + hour, 10)
          .fill(hour, "c" + hour, 10 - flows[hour - 1])
          .flow(hour, "L", flows[hour - 1]);
    }
    return result;
  }

  /** From an idle link that may rise by so many megawatts an hour. */
  private static void assertRamped(long step, long first, long second, Rule... rules) {
    AuctionProblem problem = ramped(step, Optional.of(0L)).problem();
    assertBroken(problem, rampedResult(problem, first, second).result(), rules);
  }

  @Test
  void ramp_flowRisesAsFastAsItMay_isRight() {
    assertRamped(2, 2, 4);
    AuctionProblem free = ramped(2, Optional.empty()).problem();
    assertBroken(free, rampedResult(free, 10, 10).result());
  }

  @Test
  void ramp_steeperThanItsStep_isNamed() {
    assertRamped(2, 2, 5, RAMP);
    assertRamped(2, 3, 4, RAMP);
  }

  @Test
  void ramp_anotherFlowWouldEarnMore_isNamed() {
    assertRamped(2, 2, 3, RAMP);
    assertRamped(2, 1, 3, RAMP);
  }

  @Test
  void ramp_zoneChecksStillHold() {
    AuctionProblem problem = ramped(2, Optional.of(0L)).problem();
    assertBroken(problem, rampedResult(problem, 2, 4).fill(2, "c2", 5).result(), BALANCE);
    assertBroken(
        problem, rampedResult(problem, 2, 4).price(1, "B", 49 * EURO).result(), FILL_PRICE);
  }

  @Test
  void flow_statementsAndLimits_areLookedAt() {
    assertRamped(20, 10, 10);
    assertRamped(20, 10, 11, FLOW_LIMIT);
    AuctionProblem small = ramped(2, Optional.of(0L)).problem();
    AuctionResult right = rampedResult(small, 2, 4).result();
    assertBroken(
        small,
        flow(right, f -> link(f, f.from(), f.to(), f.flow(), true, f.shadowPrice())),
        STATEMENT);
    assertBroken(
        small,
        flow(right, f -> link(f, f.to(), f.from(), f.flow(), false, f.shadowPrice())),
        STATEMENT);
    assertBroken(
        small,
        flow(right, f -> link(f, f.from(), f.to(), f.flow(), false, new Price(0))),
        STATEMENT);
    assertBroken(
        small, Altered.withPeriod(right, 0, p -> Altered.withFlows(p, List.of())), COMPLETE);
    AuctionProblem coarse = ramped(2, Optional.of(0L)).units(MEGAWATT, MEGAWATT).problem();
    assertBroken(
        coarse,
        flow(right, f -> link(f, f.from(), f.to(), new Power(1999), false, f.shadowPrice())),
        LOT);
  }

  /** Nine of ten megawatts arrive in B, whose price is ten ninths of A's. */
  private static Book lossy(long capacity) {
    return Book.hours(1, "A", "B")
        .link("L", "A", "B", capacity, capacity)
        .loss("L", "0.1")
        .sell(1, "a", "A", 9, 100)
        .buy(1, "b", "B", 100, 9)
        .sell(1, "c", "B", 20, 100);
  }

  private static HandResult lossyResult(AuctionProblem problem, long priceOfB) {
    return new HandResult(problem, MEGAWATT)
        .price(1, "A", 9 * EURO)
        .price(1, "B", priceOfB)
        .fill(1, "a", 10)
        .fill(1, "b", 9)
        .flow(1, "L", 10);
  }

  private static void assertLossy(long capacity, long priceOfB, Rule... rules) {
    AuctionProblem problem = lossy(capacity).problem();
    assertBroken(problem, lossyResult(problem, priceOfB).result(), rules);
  }

  @Test
  void loss_pricesDifferByIt() {
    assertLossy(50, 10 * EURO);
    assertLossy(50, 10 * EURO + 1);
    assertLossy(50, 10 * EURO - 1);
    assertLossy(50, 10 * EURO + 2, FLOW_PRICE);
    assertLossy(50, 10 * EURO - 2, FLOW_PRICE);
  }

  @Test
  void loss_fullLine_mayPriceItsEndsApart() {
    assertLossy(10, 15 * EURO);
    assertLossy(10, 9 * EURO, FLOW_PRICE);
  }

  @Test
  void loss_whatIsLostDoesNotArrive() {
    AuctionProblem problem = lossy(50).problem();
    assertBroken(
        problem,
        lossyResult(problem, 10 * EURO).flow(1, "L", 11).fill(1, "a", 11).result(),
        BALANCE);
    assertBroken(problem, lossyResult(problem, 10 * EURO).fill(1, "a", 9).result(), BALANCE);
  }

  /** A line from one zone to the other that three megawatts in A need not. */
  private static AuctionProblem idle(String from, String to, long offerInB) {
    return Book.hours(1, "A", "B")
        .link("L", from, to, 5, 5)
        .loss("L", "0.1")
        .sell(1, "a", "A", 9, 100)
        .buy(1, "d", "A", 50, 3)
        .buy(1, "b", "B", 100, 9)
        .sell(1, "c", "B", offerInB, 100)
        .problem();
  }

  @Test
  void loss_idleLine_whereTheDifferenceDoesNotPay() {
    AuctionProblem problem = idle("A", "B", 10);
    HandResult idle =
        new HandResult(problem, MEGAWATT)
            .price(1, "A", 9 * EURO)
            .price(1, "B", 10 * EURO)
            .fill(1, "a", 3)
            .fill(1, "d", 3)
            .fill(1, "b", 9)
            .fill(1, "c", 9);
    assertBroken(problem, idle.result());
    assertBroken(problem, idle.price(1, "B", 10 * EURO + 2).result(), FILL_PRICE, FLOW_PRICE);
    AuctionProblem reversed = idle("B", "A", 12);
    assertBroken(reversed, idle.result(), COMPLETE, FLOW_PRICE, STATEMENT);
  }

  @Test
  void loss_importFromABorder_paysForWhatIsSent() {
    AuctionProblem problem =
        Book.hours(1, "B")
            .border("X", 9)
            .link("L", "X", "B", 0, 50)
            .loss("L", "0.1")
            .buy(1, "b", "B", 100, 9)
            .problem();
    HandResult result =
        new HandResult(problem, MEGAWATT).price(1, "B", 10 * EURO).fill(1, "b", 9).flow(1, "L", 10);
    assertBroken(problem, result.result());
    assertBroken(problem, result.price(1, "B", 12 * EURO).result(), FLOW_PRICE);
  }

  /** Half of what A exports to B loads one branch; C has no part in it. */
  private static Book flowBased(long margin) {
    return Book.hours(1, "A", "B", "C")
        .critical(1, "AB", margin, Map.of("A", "0.5", "B", "-0.5"))
        .sell(1, "a", "A", 10, 100)
        .buy(1, "b", "B", 100, 20)
        .sell(1, "d", "B", 40, 100);
  }

  private static HandResult flowBasedResult(AuctionProblem problem, long priceOfC) {
    return new HandResult(problem, MEGAWATT)
        .price(1, "A", 10 * EURO)
        .price(1, "B", 40 * EURO)
        .price(1, "C", priceOfC)
        .fill(1, "a", 5)
        .fill(1, "b", 20)
        .fill(1, "d", 15);
  }

  private static void assertFlowBased(long margin, long priceOfC, Rule... rules) {
    AuctionProblem problem = flowBased(margin).problem();
    assertBroken(problem, flowBasedResult(problem, priceOfC).result(), rules);
  }

  @Test
  void criticalBranch_fullOne_explainsThePrices() {
    assertFlowBased(5, 25 * EURO);
    assertFlowBased(5, 25 * EURO + 2);
    assertFlowBased(5, 25 * EURO + 3, FLOW_PRICE);
    assertFlowBased(5, 24 * EURO, FLOW_PRICE);
  }

  @Test
  void criticalBranch_overItsMargin_isNamed() {
    assertFlowBased(4, 25 * EURO, CRITICAL_BRANCH);
  }

  @Test
  void criticalBranch_withRoom_makesPricesEqual() {
    assertFlowBased(6, 25 * EURO, FLOW_PRICE);
  }

  @Test
  void criticalBranch_isWorthSomethingOneWayOnly() {
    AuctionProblem problem =
        Book.hours(1, "A", "B")
            .critical(1, "AB", 5, Map.of("A", "0.5", "B", "-0.5"))
            .sell(1, "a", "A", 40, 100)
            .buy(1, "b", "B", 100, 20)
            .sell(1, "d", "B", 10, 100)
            .problem();
    AuctionResult against =
        new HandResult(problem, MEGAWATT)
            .price(1, "A", 40 * EURO)
            .price(1, "B", 10 * EURO)
            .fill(1, "a", 5)
            .fill(1, "b", 20)
            .fill(1, "d", 15)
            .result();
    assertBroken(problem, against, FLOW_PRICE);
  }

  @Test
  void flowBasedNetwork_exportsAddUpToNothing() {
    AuctionProblem problem = flowBased(5).problem();
    assertBroken(problem, flowBasedResult(problem, 25 * EURO).fill(1, "d", 14).result(), BALANCE);
  }

  private static AuctionResult flow(AuctionResult result, UnaryOperator<LinkFlow> change) {
    return Altered.withPeriod(
        result, 0, p -> Altered.withFlows(p, p.flows().stream().map(change).toList()));
  }

  private static LinkFlow link(
      LinkFlow f, String from, String to, Power flow, boolean binding, Price shadow) {
    return new LinkFlow(f.linkId(), from, to, flow, binding, shadow);
  }

  /** Exactly these rules are broken; with none the result is right. */
  private static void assertBroken(AuctionProblem problem, AuctionResult result, Rule... rules) {
    List<Violation> violations = AuctionVerifier.verify(problem, result);
    if (rules.length == 0) {
      assertEquals(List.of(), violations);
    }
    for (Rule rule : rules) {
      assertTrue(
          violations.stream().anyMatch(v -> v.rule() == rule), rule + " not in " + violations);
    }
  }
}

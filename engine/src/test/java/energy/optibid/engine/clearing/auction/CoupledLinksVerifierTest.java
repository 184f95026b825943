package energy.optibid.engine.clearing.auction;

import static energy.optibid.engine.clearing.Violation.Rule.BALANCE;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_LIMIT;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_PRICE;
import static energy.optibid.engine.clearing.Violation.Rule.RAMP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lines that lose or ramp, written either way round and beside others, by hand. */
class CoupledLinksVerifierTest {
  private static final long MEGAWATT = 1000;
  private static final long EURO = 10_000;

  /** Half of what A sends to B arrives: at 10 in A it is worth sending where B pays 20. */
  private static Book halved(boolean forward, long capacity) {
    return Book.hours(1, "A", "B")
        .link("L", forward ? "A" : "B", forward ? "B" : "A", capacity, capacity)
        .loss("L", "0.5")
        .sell(1, "a", "A", 10, 100)
        .buy(1, "b", "B", 100, 10);
  }

  private static Set<Rule> halved(boolean forward, long capacity, long priceOfB) {
    AuctionProblem problem = halved(forward, capacity).problem();
    return rules(problem, halvedResult(problem, forward, 20).price(1, "B", priceOfB).result());
  }

  private static HandResult halvedResult(AuctionProblem problem, boolean forward, long flow) {
    return new HandResult(problem, MEGAWATT)
        .price(1, "A", 10 * EURO)
        .price(1, "B", 20 * EURO)
        .fill(1, "a", flow)
        .fill(1, "b", 10)
        .flow(1, "L", forward ? flow : -flow);
  }

  @Test
  void aLossyLine_mayMissOneUnitOfPrice_whicheverWayItIsWritten() {
    for (boolean forward : new boolean[] {true, false}) {
      for (long off : new long[] {-2, 0, 2}) {
        assertEquals(Set.of(), halved(forward, 50, 20 * EURO + off));
      }
      assertEquals(Set.of(FLOW_PRICE), halved(forward, 50, 20 * EURO + 3));
      assertEquals(Set.of(FLOW_PRICE), halved(forward, 50, 20 * EURO - 3));
    }
  }

  @Test
  void aFullLine_mayBeWantedMore_butNotLess_andIsNotOverfull() {
    for (boolean forward : new boolean[] {true, false}) {
      assertEquals(Set.of(), halved(forward, 20, 35 * EURO));
      assertEquals(Set.of(FLOW_PRICE), halved(forward, 20, 19 * EURO));
      assertEquals(Set.of(FLOW_LIMIT), halved(forward, 19, 20 * EURO));
    }
  }

  @Test
  void whatArrives_isHalfOfWhatIsSent() {
    for (boolean forward : new boolean[] {true, false}) {
      AuctionProblem problem = halved(forward, 50).problem();
      AuctionResult more =
          halvedResult(problem, forward, 20).flow(1, "L", forward ? 22 : -22).result();
      assertTrue(rules(problem, more).contains(BALANCE));
    }
  }

  @Test
  void aCapacity_endsAtItsLastWholeLot() {
    for (boolean forward : new boolean[] {true, false}) {
      // 20.5 MW in lots of one megawatt: twenty fill the line
      AuctionProblem problem =
          Book.hours(1, "A", "B")
              .units(500, MEGAWATT)
              .link("L", forward ? "A" : "B", forward ? "B" : "A", 41, 41)
              .loss("L", "0.5")
              .sell(1, "a", "A", 10, 200)
              .buy(1, "b", "B", 100, 20)
              .problem();
      AuctionResult full =
          Altered.withPeriod(
              halvedResult(problem, forward, 20).price(1, "B", 35 * EURO).result(),
              0,
              p ->
                  Altered.withFlows(
                      p,
                      p.flows().stream()
                          .map(
                              f ->
                                  new LinkFlow(
                                      f.linkId(),
                                      f.from(),
                                      f.to(),
                                      f.flow(),
                                      true,
                                      f.shadowPrice()))
                          .toList()));
      assertEquals(Set.of(), rules(problem, full));
    }
  }

  /** Beside the line that loses or ramps another that does neither, to a zone of its own. */
  private static Book beside(Book book) {
    return book.link("M", "A", "C", 10, 10).sell(1, "c", "C", 9, 5).buy(1, "d", "C", 100, 5);
  }

  @Test
  void aLineBesideALossyOne_losesNothing_andItsPricesAreEqualToTheUnit() {
    AuctionProblem problem =
        beside(
                Book.hours(1, "A", "B", "C")
                    .link("L", "A", "B", 50, 50)
                    .loss("L", "0.5")
                    .sell(1, "a", "A", 10, 100)
                    .buy(1, "b", "B", 100, 10))
            .problem();
    HandResult result =
        halvedResult(problem, true, 20).fill(1, "c", 5).fill(1, "d", 5).price(1, "C", 10 * EURO);
    assertEquals(Set.of(), rules(problem, result.result()));
    assertEquals(Set.of(FLOW_PRICE), rules(problem, result.price(1, "C", 10 * EURO + 1).result()));
    assertEquals(Set.of(FLOW_PRICE), rules(problem, result.price(1, "C", 10 * EURO - 1).result()));
  }

  @Test
  void aLineBesideARampedOne_isNotRamped() {
    AuctionProblem problem =
        beside(
                Book.hours(1, "A", "B", "C")
                    .link("L", "A", "B", 50, 50)
                    .ramp("L", 2, Optional.of(0L))
                    .sell(1, "a", "A", 10, 100)
                    .buy(1, "b", "B", 20, 2))
            .problem();
    HandResult result =
        new HandResult(problem, MEGAWATT)
            .price(1, "A", 10 * EURO)
            .price(1, "B", 20 * EURO)
            .price(1, "C", 10 * EURO)
            .fill(1, "a", 2)
            .fill(1, "b", 2)
            .fill(1, "c", 5)
            .fill(1, "d", 5)
            .flow(1, "L", 2);
    assertEquals(Set.of(), rules(problem, result.result()));
    assertEquals(Set.of(FLOW_PRICE), rules(problem, result.price(1, "C", 11 * EURO).result()));
  }

  @Test
  void aRampedLineThatLoses_isNotJudgedAtNegativePrices_whereSendingBackAndForthPays() {
    for (long price : new long[] {-10, 10}) {
      AuctionProblem problem =
          Book.hours(2, "A", "B")
              .link("L", "A", "B", 10, 10)
              .loss("L", "0.1")
              .ramp("L", 2, Optional.of(0L))
              .problem();
      HandResult idle = new HandResult(problem, MEGAWATT);
      for (int hour = 1; hour <= 2; hour++) {
        idle.price(hour, "A", price * EURO).price(hour, "B", price * EURO);
      }
      assertFalse(rules(problem, idle.result()).contains(RAMP));
    }
  }

  @Test
  void flowBasedTrade_leavesOutWhatFixedExchangesAndLinksTake_andCountsBlocks() {
    for (Side side : Side.values()) {
      Book book =
          Book.hours(1, "A", "B", "C")
              .critical(1, "AB", 5, Map.of("A", "0.5", "B", "-0.5"))
              .link("M", "A", "C", 4, 4)
              .export(1, "A", 3)
              .sell(1, "a", "A", 10, 100)
              .buy(1, "b", "B", 100, 20)
              .sell(1, "d", "B", 40, 100)
              .buy(1, "c", "C", 90, 4);
      book.block(
          book.profile("k", side == Side.SELL ? "A" : "B", side, side == Side.SELL ? 5 : 60, 1, 2));
      AuctionResult result = book.cleared();
      assertEquals(BlockDecision.ACCEPTED, result.block("k").decision());
    }
  }

  @Test
  void aStepOfAGradedOrder_mayBeTakenWhole() {
    AuctionResult result =
        Book.hours(2, "A")
            .complex("g", "A", -1, -1, 3, 0, new long[] {5, 2}, new long[] {5, 5})
            .buy(1, "b1", "A", 100, 2)
            .buy(2, "b2", "A", 100, 5)
            .cleared();
    assertEquals(5000, result.period(2).fill("g").accepted().kilowatts());
  }

  private static Set<Rule> rules(AuctionProblem problem, AuctionResult result) {
    List<Violation> violations = AuctionVerifier.verify(problem, result);
    return violations.stream().map(Violation::rule).collect(Collectors.toSet());
  }
}

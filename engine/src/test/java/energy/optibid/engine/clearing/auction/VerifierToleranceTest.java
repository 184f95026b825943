package energy.optibid.engine.clearing.auction;

import static energy.optibid.engine.clearing.Violation.Rule.AT_THE_MONEY;
import static energy.optibid.engine.clearing.Violation.Rule.LOAD_GRADIENT;
import static energy.optibid.engine.clearing.Violation.Rule.LOT;
import static energy.optibid.engine.clearing.Violation.Rule.OPTIMALITY;
import static energy.optibid.engine.clearing.Violation.Rule.PRICE_INTERVAL;
import static energy.optibid.engine.clearing.Violation.Rule.RAMP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Power;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Published prices and quantities are whole units: how far off a result may be, to the unit. */
class VerifierToleranceTest {
  private static final long MEGAWATT = 1000;
  private static final long EURO = 10_000;

  /** Eight of the block's ten megawatts are wanted, at its limit of 30. */
  private static Book cut() {
    Book book = Book.hours(1, "A").buy(1, "d", "A", 100, 8);
    return book.block(book.profile("k", "A", Side.SELL, 30, 1, 10).curtailableTo(Ratio.of("0.1")));
  }

  @Test
  void cutBlock_oneUnitOfPriceFromItsLimit_isOffTheMoney_whereTheMarketSaysSo() {
    AuctionResult result = cut().cleared();
    assertEquals(Book.euros(30), result.period(1).zone("A").price());
    for (long off : new long[] {1, -1}) {
      assertBroken(true, AT_THE_MONEY, cut().problem(), priced(result, 30 * EURO + off));
      assertBroken(
          false, AT_THE_MONEY, cut().partialMayGain().problem(), priced(result, 30 * EURO + off));
    }
  }

  @Test
  void cutBlock_amongCurves_isAtTheMoneyWithinATick() {
    Book book = Book.hours(1, "A").curve(1, "d", "A", 0, 14, 140, 0);
    AuctionProblem problem =
        book.block(book.profile("k", "A", Side.SELL, 50, 1, 10).curtailableTo(Ratio.of("0.1")))
            .problem();
    AuctionResult result = Auction.clear(problem, WorkBudget.DEFAULT);
    assertEquals(List.of(), AuctionVerifier.verify(problem, result));
    assertEquals(Ratio.of("0.9"), result.block("k").ratio());
    assertBroken(false, AT_THE_MONEY, problem, priced(result, 50 * EURO + 99));
    assertBroken(true, AT_THE_MONEY, problem, priced(result, 50 * EURO + 100));
    assertBroken(true, AT_THE_MONEY, problem, priced(result, 50 * EURO - 100));
  }

  @Test
  void search_mayLeaveLessThanATenThousandthOpen_orMoreWhereItSaysSo() {
    AuctionProblem problem = cut().problem();
    AuctionResult result = cut().cleared();
    assertSearch(false, problem, result, Search.End.OPTIMAL, 0, "0.00009");
    assertSearch(true, problem, result, Search.End.OPTIMAL, 0, "0.0001");
    assertSearch(false, problem, result, Search.End.BUDGET_SPENT, 0, "0.0001");
    assertSearch(true, problem, result, Search.End.BUDGET_SPENT, -1, "0");
    assertSearch(true, problem, result, Search.End.OPTIMAL, 0, "-0.0000001");
  }

  private static void assertSearch(
      boolean broken,
      AuctionProblem problem,
      AuctionResult result,
      Search.End end,
      long work,
      String gap) {
    assertBroken(broken, OPTIMALITY, problem, Altered.searched(result, end, work, gap));
  }

  @Test
  void tieRule_isTheMarkets() {
    for (TiePrice tie : TiePrice.values()) {
      AuctionResult result = interval(tie).cleared();
      for (TiePrice other : TiePrice.values()) {
        assertBroken(other != tie, PRICE_INTERVAL, interval(other).problem(), result);
      }
    }
  }

  /** Any price from 20 to 60 supports the trade, in both hours. */
  private static Book interval(TiePrice tie) {
    return Book.hours(2, "A")
        .tie(tie)
        .buy(1, "b", "A", 60, 5)
        .sell(1, "s", "A", 20, 5)
        .buy(2, "b", "A", 60, 5)
        .sell(2, "s", "A", 20, 5);
  }

  @Test
  void tieRule_isLookedAtInEveryPeriod() {
    AuctionProblem problem = interval(TiePrice.MIDPOINT).problem();
    AuctionResult result = interval(TiePrice.MIDPOINT).cleared();
    for (int index = 0; index < 2; index++) {
      AuctionResult off =
          Altered.withPeriod(result, index, p -> Altered.priced(p, p.zone("A"), 39 * EURO));
      assertBroken(true, PRICE_INTERVAL, problem, off);
    }
  }

  @Test
  void gradient_mayMissOneUnitOnAllThatIsOffered() {
    // at a higher price five megawatts more would gain, at a lower one two less; twenty are offered
    for (long off : new long[] {4, -10}) {
      assertBroken(false, LOAD_GRADIENT, gradient(), gradient(-10 * EURO + off));
    }
    for (long off : new long[] {5, -11}) {
      assertBroken(true, LOAD_GRADIENT, gradient(), gradient(-10 * EURO + off));
    }
  }

  private static AuctionProblem gradient() {
    return Book.hours(2, "A")
        .complex("g", "A", -1, -1, 3, 0, new long[] {5, 10}, new long[] {5, 10})
        .buy(1, "b1", "A", 100, 2)
        .buy(2, "b2", "A", 100, 10)
        .sell(2, "c2", "A", 20, 100)
        .problem();
  }

  private static AuctionResult gradient(long firstPrice) {
    return new HandResult(gradient(), MEGAWATT)
        .price(1, "A", firstPrice)
        .price(2, "A", 20 * EURO)
        .fill(1, "g", 2)
        .fill(1, "b1", 2)
        .fill(2, "g", 5)
        .fill(2, "b2", 10)
        .fill(2, "c2", 5)
        .result();
  }

  @Test
  void ramp_mayMissOneUnitOnAllCapacity() {
    // six megawatt-hours more could flow; the capacity of both hours, either way, is forty
    assertBroken(false, RAMP, ramped(), ramped(6));
    assertBroken(true, RAMP, ramped(), ramped(7));
  }

  private static AuctionProblem ramped() {
    return Book.hours(2, "A", "B")
        .link("L", "A", "B", 10, 10)
        .ramp("L", 2, Optional.of(0L))
        .problem();
  }

  private static AuctionResult ramped(long difference) {
    HandResult result = new HandResult(ramped(), MEGAWATT);
    for (int hour = 1; hour <= 2; hour++) {
      result.price(hour, "A", 10 * EURO).price(hour, "B", 10 * EURO + difference);
    }
    return result.result();
  }

  @Test
  void flow_ofPartsOfALot_isNamedByItsLink() {
    Book book =
        Book.hours(2, "A", "B")
            .units(MEGAWATT, MEGAWATT)
            .link("L", "A", "B", 10, 10)
            .ramp("L", 2, Optional.of(0L));
    AuctionProblem problem = book.problem();
    AuctionResult parts =
        Altered.withPeriod(
            ramped(0),
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
                                    new Power(1),
                                    false,
                                    f.shadowPrice()))
                        .toList()));
    assertTrue(
        AuctionVerifier.verify(problem, parts).stream()
            .anyMatch(v -> v.rule() == LOT && v.subject().equals("L")));
  }

  private static AuctionResult priced(AuctionResult result, long price) {
    return Altered.withPeriod(
        result,
        0,
        p -> {
          ZoneOutcome zone = p.zone("A");
          return Altered.priced(p, zone, price);
        });
  }

  private static void assertBroken(
      boolean broken, Rule rule, AuctionProblem problem, AuctionResult result) {
    Set<Rule> rules =
        AuctionVerifier.verify(problem, result).stream()
            .map(Violation::rule)
            .collect(Collectors.toSet());
    assertEquals(broken, rules.contains(rule), rules.toString());
  }
}

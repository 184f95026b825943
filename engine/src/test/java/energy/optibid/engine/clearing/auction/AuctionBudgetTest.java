package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** However little work is allowed, there is a proven answer, and the gap is an honest one. */
class AuctionBudgetTest {
  private static final WorkBudget ALL = new WorkBudget(5_000_000);

  /** Large blocks in small hours, so that much has to be tried. */
  private static AuctionProblem hard(long seed) {
    Random random = new Random(seed);
    Book book = Book.hours(6, "A");
    for (int hour = 1; hour <= 6; hour++) {
      for (int i = 0; i < 4; i++) {
        book.buy(hour, "d" + hour + i, "A", 20 + random.nextInt(60), 5 + random.nextInt(20));
        book.sell(hour, "s" + hour + i, "A", 10 + random.nextInt(60), 5 + random.nextInt(20));
      }
    }
    List<BlockOrder> blocks = new java.util.ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int first = 1 + random.nextInt(4);
      Map<Integer, Power> quantities = new TreeMap<>();
      for (int hour = first; hour <= first + random.nextInt(3); hour++) {
        quantities.put(hour, new Power(1_000L * (8 + random.nextInt(14))));
      }
      blocks.add(
          BlockOrder.whole(
              "b" + i,
              "A",
              i % 3 == 0 ? Side.BUY : Side.SELL,
              Price.of(BigDecimal.valueOf(25 + random.nextInt(40))),
              quantities));
    }
    return book.blocks(blocks).problem();
  }

  @Test
  void anyBudget_givesAProvenAnswerAndAnHonestGap() {
    Map<Search.End, Integer> ends = new EnumMap<>(Search.End.class);
    for (long seed = 0; seed < 25; seed++) {
      AuctionProblem problem = hard(seed);
      AuctionResult best = Auction.clear(problem, ALL);
      assertEquals(Search.End.OPTIMAL, best.search().end());
      for (long units : new long[] {1, 40, 160, 640}) {
        AuctionResult found = Auction.clear(problem, new WorkBudget(units));
        assertEquals(List.of(), AuctionVerifier.verify(problem, found), seed + " " + units);
        BigDecimal missed = best.welfare().amount().subtract(found.welfare().amount());
        assertTrue(
            missed.compareTo(found.search().gap().amount().add(new BigDecimal("0.0001"))) <= 0,
            () -> "missed " + missed + " with a gap of " + found.search());
        assertTrue(missed.signum() >= 0 || missed.abs().doubleValue() < 1e-4, missed::toString);
        ends.merge(found.search().end(), 1, Integer::sum);
      }
    }
    assertTrue(ends.keySet().containsAll(List.of(Search.End.OPTIMAL, Search.End.BUDGET_SPENT)));
  }

  @Test
  void theSameBudget_givesTheSameAnswerAgain() {
    AuctionProblem problem = hard(3);
    WorkBudget budget = new WorkBudget(200);
    assertEquals(Auction.clear(problem, budget), Auction.clear(problem, budget));
  }

  @Test
  void aStoppedSearch_saysSoAndIsProvenToo() {
    AuctionProblem problem = hard(4);
    AuctionResult stopped = Auction.clear(problem, ALL, () -> true);
    assertEquals(Search.End.STOPPED, stopped.search().end());
    assertEquals(List.of(), AuctionVerifier.verify(problem, stopped));
    assertFalse(stopped.search().gap().amount().signum() < 0);
  }

  @Test
  void anAuctionThatCannotBalance_isRefusedInWords() {
    AuctionProblem problem =
        Book.hours(1, "A").buy(1, "d", "A", 50, 5).export(1, "A", 20).problem();
    InfeasibleClearingException refused =
        assertThrows(InfeasibleClearingException.class, () -> Auction.clear(problem, ALL));
    assertEquals(
        "orders and links cannot meet the fixed exchanges, whatever is accepted",
        refused.getMessage());
  }
}

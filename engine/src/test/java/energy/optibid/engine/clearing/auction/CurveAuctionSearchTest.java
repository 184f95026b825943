package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveClearing;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whole blocks among interpolated curves, against trying every decision: each hour cleared by
 * market splitting with the blocks as curves, and nobody losing at the prices of that clearing.
 * Other supporting prices may allow more, so the search must be as good or better.
 */
class CurveAuctionSearchTest {
  private static final int CASES = 60;
  private static final long RECORDED_WORK = 3_733;

  /** Each curve's last price is rounded by at most 10⁻⁴ per MWh of at most so many. */
  private static final double TOLERANCE = 0.1;

  @Test
  void clear_blocksAmongCurves_isAsGoodAsAnyDecision() {
    int rejectedParadoxically = 0;
    long work = 0;
    for (long seed = 0; seed < CASES; seed++) {
      AuctionProblem problem = random(seed);
      AuctionResult found = Auction.clear(problem, WorkBudget.DEFAULT);
      assertEquals(List.of(), AuctionVerifier.verify(problem, found), "seed " + seed);
      work += found.search().work();
      double best = best(problem, 0, new HashMap<>());
      double welfare = found.welfare().amount().doubleValue();
      assertTrue(welfare > best - TOLERANCE, "seed " + seed + ": " + welfare + ", not " + best);
      for (BlockOutcome block : found.blocks()) {
        rejectedParadoxically += block.decision() == BlockDecision.PARADOXICALLY_REJECTED ? 1 : 0;
      }
    }
    // the same on every machine, so that a budget ends a search at the same answer
    assertEquals(RECORDED_WORK, work);
    assertTrue(rejectedParadoxically > 5, rejectedParadoxically + " paradoxical rejections");
  }

  private static AuctionProblem random(long seed) {
    Random random = new Random(seed);
    int hours = 1 + random.nextInt(3);
    boolean two = random.nextBoolean();
    Book book = two ? Book.hours(hours, "A", "B") : Book.hours(hours, "A");
    book.limits(0, 100);
    if (two) {
      book.link("L", "A", "B", random.nextInt(20), random.nextInt(20));
    }
    List<String> zones = two ? List.of("A", "B") : List.of("A");
    for (int hour = 1; hour <= hours; hour++) {
      for (String zone : zones) {
        for (int i = 0; i < 2; i++) {
          long most = 10 + random.nextInt(30);
          long middle = most - random.nextInt(30);
          long least = middle - 10 - random.nextInt(30);
          long turn = 10 + random.nextInt(80);
          book.curve(hour, "c" + zone + hour + i, zone, 0, most, turn, middle, 100, least);
        }
      }
    }
    int blocks = 1 + random.nextInt(4);
    for (int i = 0; i < blocks; i++) {
      int first = 1 + random.nextInt(hours);
      long[] quantities = random.longs(hours - first + 1, 1, 20).toArray();
      Side side = random.nextInt(3) == 0 ? Side.BUY : Side.SELL;
      BlockOrder block =
          book.profile(
              "b" + i,
              zones.get(random.nextInt(zones.size())),
              side,
              30 + random.nextInt(40),
              first,
              quantities);
      book.block(i > 0 && random.nextInt(3) == 0 ? block.linkedTo("b0") : block);
    }
    return book.problem();
  }

  private static double best(AuctionProblem problem, int index, Map<String, Ratio> ratios) {
    if (index < problem.blocks().size()) {
      double most = Double.NEGATIVE_INFINITY;
      for (Ratio ratio : List.of(Ratio.ZERO, Ratio.ONE)) {
        ratios.put(problem.blocks().get(index).id(), ratio);
        most = Math.max(most, best(problem, index + 1, ratios));
      }
      return most;
    }
    Decisions decisions = new Decisions(problem, ratios, Set.of());
    if (!decisions.areAllowed()) {
      return Double.NEGATIVE_INFINITY;
    }
    List<ClearingResult> hours = new ArrayList<>();
    for (int hour = 1; hour <= problem.periods().size(); hour++) {
      hours.add(cleared(problem, decisions, hour));
    }
    boolean loses =
        problem.blocks().stream().anyMatch(block -> familyGain(decisions, block, hours) < 0);
    return loses
        ? Double.NEGATIVE_INFINITY
        : WrittenAnswer.welfare(decisions, hours).amount().doubleValue();
  }

  private static long familyGain(
      Decisions decisions, BlockOrder block, List<ClearingResult> hours) {
    long gain = 0;
    for (int hour : block.quantities().keySet()) {
      long better =
          hours.get(hour - 1).zone(block.zone()).price().tenThousandths()
              - block.price().tenThousandths();
      long kilowatts = decisions.accepted(block, hour).kilowatts();
      gain += (block.side() == Side.SELL ? better : -better) * kilowatts;
    }
    for (BlockOrder child : decisions.problem().blocks()) {
      if (child.parent().filter(block.id()::equals).isPresent()) {
        gain += familyGain(decisions, child, hours);
      }
    }
    return gain;
  }

  private static ClearingResult cleared(AuctionProblem problem, Decisions decisions, int hour) {
    AuctionPeriod period = problem.periods().get(hour - 1);
    List<CurveOrder> curves = new ArrayList<>(period.curves());
    ClearingProblem standing = decisions.hour(hour);
    for (ExternalExchange exchange : standing.exchanges()) {
      curves.add(
          new CurveOrder(
              exchange.externalZone(),
              exchange.zone(),
              List.of(new CurveCorner(new Price(0), exchange.export()))));
    }
    return CurveClearing.clear(
            new CurveProblem(
                period.block(),
                problem.zones(),
                curves,
                period.links(),
                problem.rules(),
                problem.tick()))
        .split();
  }
}

package energy.optibid.engine.cli;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingVerifier;
import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.auction.Auction;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.AuctionVerifier;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.market.gme.Boundary;
import energy.optibid.engine.market.gme.GmeDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Clears days, has them verified, and keeps the time of both. */
final class DayClearing {
  private final Boundary boundary;
  private final long work;
  private long clearing;
  private long verifying;

  DayClearing(Boundary boundary, long work) {
    this.boundary = boundary;
    this.work = work;
  }

  long nanosecondsClearing() {
    return clearing;
  }

  long nanosecondsVerifying() {
    return verifying;
  }

  /** Period by period; blocks stand in the books as published. */
  ClearedDay clear(GmeDay day) {
    LocalDate date = day.rules().deliveryDay();
    List<ClearedPeriod> periods = new ArrayList<>();
    for (int period = 1; period <= day.day().blockCount(); period++) {
      ClearingProblem problem = day.problem(period, boundary);
      ClearingResult result = timed(date + " period " + period, () -> Clearing.clear(problem));
      long before = System.nanoTime();
      periods.add(
          new ClearedPeriod(date, period, result, ClearingVerifier.verify(problem, result)));
      verifying += System.nanoTime() - before;
    }
    return new ClearedDay(date, periods, List.of(), List.of(), Optional.empty());
  }

  /** The whole day at once, its blocks left to the engine. */
  ClearedDay solve(GmeDay day, AuctionProblem problem) {
    LocalDate date = day.rules().deliveryDay();
    AuctionResult result =
        timed(date.toString(), () -> Auction.clear(problem, new WorkBudget(work)));
    List<ClearedPeriod> periods = new ArrayList<>();
    for (int period = 1; period <= result.periods().size(); period++) {
      periods.add(new ClearedPeriod(date, period, result.period(period), List.of()));
    }
    List<ClearedBlock> blocks =
        result.blocks().stream()
            .map(block -> new ClearedBlock(date, block, day.publishedDecision(block.blockId())))
            .toList();
    long before = System.nanoTime();
    List<Violation> violations = AuctionVerifier.verify(problem, result);
    verifying += System.nanoTime() - before;
    return new ClearedDay(date, periods, blocks, violations, Optional.of(result.search()));
  }

  private <T> T timed(String what, Supplier<T> clear) {
    long before = System.nanoTime();
    try {
      return clear.get();
    } catch (InfeasibleClearingException e) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED, what + " cannot be cleared: " + e.getMessage());
    } finally {
      clearing += System.nanoTime() - before;
    }
  }
}

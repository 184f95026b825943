package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The search against the independent programme on small random auctions, and each of its answers
 * against the verifier. {@code -Doptibid.test.auctions=20000} tries more.
 */
class AuctionSearchTest {
  private static final int CASES = Integer.getInteger("optibid.test.auctions", 1000);

  /**
   * kW of one unit of quantity: any share of it with a small denominator is a whole lot, so that
   * rounding to lots takes no price away, and a lot is more than a millionth of any block.
   */
  private static final long UNIT = 55_440;

  private static final double TOLERANCE = 1e-6;

  /** What is tried, and how often out of a hundred. */
  private enum Kind {
    BLOCKS(50, seed -> RandomAuction.ofBlocks(seed, 8, UNIT, 1)),
    INCOME(10, seed -> RandomAuction.ofIncome(seed, UNIT, 1)),
    GRADIENTS(10, seed -> RandomAuction.ofGradients(seed, UNIT)),
    RAMPS(10, seed -> RandomAuction.ofRamps(seed, UNIT)),
    LOSSES(10, seed -> RandomAuction.ofLosses(seed, UNIT)),
    CRITICAL_BRANCHES(10, seed -> RandomAuction.ofCriticalBranches(seed, UNIT));

    final int share;

    final LongFunction<AuctionProblem> problem;

    /** What a line delivers is rounded down to a lot of 1 kW, at 20 EUR/MWh at the most. */
    double lostInRounding(AuctionProblem auction) {
      return auction.losses().size() * auction.periods().size() * 0.02;
    }

    Kind(int share, LongFunction<AuctionProblem> problem) {
      this.share = share;
      this.problem = problem;
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void clear_smallAuctions_isTheIndependentOptimum(Kind kind) {
    int cases = CASES * kind.share / 100;
    List<String> faults = new ArrayList<>();
    Map<BlockDecision, Integer> decisions = new EnumMap<>(BlockDecision.class);
    for (long seed = 0; seed < cases; seed++) {
      AuctionProblem problem = kind.problem.apply(seed);
      OptionalDouble best = AuctionMilp.welfare(problem, UNIT);
      Optional<AuctionResult> found = cleared(problem);
      if (best.isEmpty() || found.isEmpty()) {
        if (best.isPresent() != found.isPresent()) {
          faults.add("seed " + seed + ": MILP " + best + ", found " + found);
        }
        continue;
      }
      double welfare = found.get().welfare().amount().doubleValue();
      double allowed = TOLERANCE * Math.max(1, Math.abs(welfare)) + kind.lostInRounding(problem);
      if (Math.abs(welfare - best.getAsDouble()) > allowed) {
        faults.add("seed " + seed + ": welfare " + welfare + ", not " + best.getAsDouble());
      }
      List<Violation> violations = AuctionVerifier.verify(problem, found.get());
      if (!violations.isEmpty()) {
        faults.add("seed " + seed + ": " + violations);
      }
      found.get().blocks().forEach(block -> decisions.merge(block.decision(), 1, Integer::sum));
    }
    System.out.println(
        cases + " auctions of " + kind + ": " + faults.size() + " faults, blocks " + decisions);
    String listed = faults.size() + " faults: " + faults.subList(0, Math.min(12, faults.size()));
    assertTrue(faults.isEmpty(), listed);
  }

  private static Optional<AuctionResult> cleared(AuctionProblem problem) {
    try {
      return Optional.of(Auction.clear(problem, WorkBudget.DEFAULT));
    } catch (InfeasibleClearingException e) {
      return Optional.empty();
    }
  }
}

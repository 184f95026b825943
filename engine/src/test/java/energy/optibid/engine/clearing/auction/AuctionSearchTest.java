package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.InfeasibleClearingException;
import energy.optibid.engine.clearing.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The search against the independent programme on small random auctions, and each of its answers
 * against the verifier. {@code -Doptibid.test.auctions=20000} tries more, {@code
 * -Doptibid.test.auctions.first} is the seed of the first.
 */
class AuctionSearchTest {
  private static final int CASES = Integer.getInteger("optibid.test.auctions", 1000);
  private static final long FIRST = Long.getLong("optibid.test.auctions.first", 0);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "COARSE.*")
  void clear_smallAuctions_isTheIndependentOptimum(RandomKind kind) {
    int cases = CASES * (kind == RandomKind.BLOCKS ? 50 : 10) / 100;
    List<String> faults = new ArrayList<>();
    Map<BlockDecision, Integer> decisions = new EnumMap<>(BlockDecision.class);
    for (long seed = FIRST; seed < FIRST + cases; seed++) {
      AuctionProblem problem = kind.problem(seed);
      OptionalDouble best = AuctionMilp.welfare(problem, kind.unit());
      Optional<AuctionResult> found = cleared(problem);
      if (best.isEmpty() || found.isEmpty()) {
        if (best.isPresent() != found.isPresent()) {
          faults.add("seed " + seed + ": MILP " + best + ", found " + found);
        }
        continue;
      }
      double welfare = found.get().welfare().amount().doubleValue();
      if (Math.abs(welfare - best.getAsDouble()) > RandomKind.allowed(problem, welfare)) {
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

  @Test
  void recordedOptima_areThoseOfTheProgramme() {
    for (RecordedOptimum recorded : RecordedOptimum.all()) {
      assertEquals(
          recorded.welfare(),
          AuctionMilp.welfare(recorded.problem(), recorded.kind().unit()).orElseThrow(),
          1e-3,
          recorded::toString);
    }
  }

  private static Optional<AuctionResult> cleared(AuctionProblem problem) {
    try {
      return Optional.of(Auction.clear(problem, WorkBudget.DEFAULT));
    } catch (InfeasibleClearingException e) {
      return Optional.empty();
    }
  }
}

package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The programme the search is held against is itself held against trying every decision. */
class AuctionMilpTest {
  private static final int CASES = 200;

  @Test
  void welfare_smallAuctions_isThatOfTryingEveryDecision() {
    int rejectedParadoxically = 0;
    int cut = 0;
    for (long seed = 0; seed < CASES; seed++) {
      AuctionProblem problem =
          seed % 3 == 0
              ? RandomAuction.ofIncome(seed, 1000, 1000)
              : RandomAuction.ofWholeLots(seed, 5);
      Optional<AuctionResult> tried = ExhaustiveAuction.best(problem);
      OptionalDouble welfare = AuctionMilp.welfare(problem, 1000);
      assertEquals(tried.isPresent(), welfare.isPresent(), "seed " + seed);
      if (tried.isPresent()) {
        assertEquals(
            tried.get().welfare().amount().doubleValue(),
            welfare.getAsDouble(),
            1e-6 * (1 + Math.abs(welfare.getAsDouble())),
            "seed " + seed);
        for (BlockOutcome block : tried.get().blocks()) {
          rejectedParadoxically += block.decision() == BlockDecision.PARADOXICALLY_REJECTED ? 1 : 0;
          cut += !block.ratio().isZero() && !block.ratio().equals(Ratio.ONE) ? 1 : 0;
        }
      }
    }
    assertTrue(rejectedParadoxically > 20 && cut > 5, rejectedParadoxically + ", " + cut);
  }
}

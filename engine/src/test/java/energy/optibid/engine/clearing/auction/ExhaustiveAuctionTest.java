package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExhaustiveAuctionTest {
  @Test
  void best_smallAuctions_verifierIsSilent() {
    int found = 0;
    for (long seed = 0; seed < 120; seed++) {
      AuctionProblem problem =
          seed % 3 == 0 ? RandomAuction.ofIncome(seed) : RandomAuction.ofWholeLots(seed, 5);
      Optional<AuctionResult> best = ExhaustiveAuction.best(problem);
      if (best.isPresent()) {
        found++;
        long s = seed;
        assertEquals(List.of(), AuctionVerifier.verify(problem, best.get()), () -> "seed " + s);
      }
    }
    assertTrue(found > 100, found + " found");
  }
}

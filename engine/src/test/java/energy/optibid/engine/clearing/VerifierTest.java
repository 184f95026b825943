package energy.optibid.engine.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifierTest {
  private static final int EACH = 100;

  @ParameterizedTest
  @EnumSource(Corruption.class)
  void verify_spoiltResult_namesTheBrokenRule(Corruption corruption) {
    int spoilt = 0;
    for (long seed = 0; spoilt < EACH; seed++) {
      assertTrue(seed < 100 * EACH, corruption + " found only " + spoilt + " spots");
      ClearingProblem problem = Problems.random(seed, 6, 12, 40);
      Optional<ClearingResult> result = tryToClear(problem);
      if (result.isEmpty()) {
        continue;
      }
      assertEquals(List.of(), ClearingVerifier.verify(problem, result.get()));
      Optional<ClearingResult> wrong = corruption.of(problem, result.get(), new Random(seed));
      if (wrong.isPresent()) {
        spoilt++;
        List<Violation> violations = ClearingVerifier.verify(problem, wrong.get());
        assertTrue(
            violations.stream().anyMatch(v -> corruption.breaks.contains(v.rule())),
            () -> corruption + " passed in " + problem + " with " + violations);
      }
    }
  }

  private static Optional<ClearingResult> tryToClear(ClearingProblem problem) {
    try {
      return Optional.of(Clearing.clear(problem));
    } catch (InfeasibleClearingException e) {
      return Optional.empty();
    }
  }
}

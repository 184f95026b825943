package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuctionVerifierTest {
  private static final int CASES = 150;
  private static final int EACH = 3;

  private record Case(AuctionProblem problem, AuctionResult result) {}

  private static final List<Case> RIGHT = new ArrayList<>();

  @BeforeAll
  static void clearRandomAuctions() {
    // a class may be run more than once in one process
    RIGHT.clear();
    for (long seed = 0; seed < CASES; seed++) {
      AuctionProblem problem =
          seed % 2 == 0
              ? RandomAuction.ofIncome(seed, 1000, 1000)
              : RandomAuction.ofWholeLots(seed, 5);
      ExhaustiveAuction.best(problem).ifPresent(best -> RIGHT.add(new Case(problem, best)));
    }
  }

  @Test
  void verify_bestOfEveryDecision_isSilent() {
    assertTrue(RIGHT.size() > CASES * 4 / 5, RIGHT.size() + " found");
    for (Case right : RIGHT) {
      assertEquals(List.of(), AuctionVerifier.verify(right.problem(), right.result()));
    }
  }

  /**
   * All in one test: where classes are run for each mutant, the auctions are cleared for each test.
   */
  @Test
  void verify_spoiltResult_namesTheBrokenRule() {
    assertAll(
        Arrays.stream(AuctionCorruption.values()).map(corruption -> () -> assertNamed(corruption)));
  }

  private static void assertNamed(AuctionCorruption corruption) {
    int spoilt = 0;
    for (Case right : RIGHT) {
      Optional<AuctionResult> wrong = corruption.spoil.of(right.problem(), right.result());
      if (wrong.isPresent()) {
        spoilt++;
        List<Violation> violations = AuctionVerifier.verify(right.problem(), wrong.get());
        assertTrue(
            violations.stream().anyMatch(v -> v.rule() == corruption.breaks),
            () -> corruption + " passed in " + right + " with " + violations);
      }
    }
    assertTrue(spoilt >= EACH, corruption + " found only " + spoilt + " spots");
  }

  @Test
  void verify_anyOtherDecision_isMisstated() {
    assertAll(
        Arrays.stream(BlockDecision.values()).map(decision -> () -> assertMisstated(decision)));
  }

  private static void assertMisstated(BlockDecision decision) {
    int spoilt = 0;
    for (Case right : RIGHT) {
      for (BlockOutcome block : right.result().blocks()) {
        if (block.decision() != decision) {
          spoilt++;
          AuctionResult wrong =
              Altered.withBlock(
                  right.result(), block.blockId(), o -> Altered.withDecision(o, decision));
          assertEquals(
              List.of(Violation.Rule.STATEMENT),
              AuctionVerifier.verify(right.problem(), wrong).stream()
                  .map(Violation::rule)
                  .toList());
        }
      }
    }
    assertTrue(spoilt > CASES);
  }

  @Test
  void verify_averageRoundedEitherWay_isRight() {
    for (Case right : RIGHT) {
      for (BlockOrder block : right.problem().blocks()) {
        long sum = 0;
        long weight = 0;
        for (var part : block.quantities().entrySet()) {
          long price =
              right.result().period(part.getKey()).zone(block.zone()).price().tenThousandths();
          sum += price * part.getValue().kilowatts();
          weight += part.getValue().kilowatts();
        }
        long exactlyOrUp = -Math.floorDiv(-sum, weight);
        long sign = block.side() == energy.optibid.engine.clearing.Side.SELL ? 1 : -1;
        AuctionResult rounded =
            Altered.withBlock(
                right.result(),
                block.id(),
                o ->
                    Altered.withAverage(
                        o,
                        new Price(exactlyOrUp),
                        new Price(sign * (exactlyOrUp - block.price().tenThousandths()))));
        assertEquals(List.of(), AuctionVerifier.verify(right.problem(), rounded));
      }
    }
  }
}

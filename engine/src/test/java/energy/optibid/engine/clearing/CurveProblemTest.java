package energy.optibid.engine.clearing;

import static energy.optibid.engine.clearing.CurveClearingTest.RULES;
import static energy.optibid.engine.clearing.CurveClearingTest.curve;
import static energy.optibid.engine.clearing.CurveClearingTest.link;
import static energy.optibid.engine.clearing.CurveClearingTest.problem;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a problem of curves must keep to be taken, at its very edges. */
class CurveProblemTest {
  @Test
  void aName_standsOnceAndIsKnown() {
    refused("curve c appears twice", () -> problem(List.of(), flat("c", 1), flat("c", 2)));
    refused(
        "link A_B appears twice",
        () ->
            problem(
                List.of(link("A", "B", 1, 1), link("A", "B", 2, 2)),
                flat("a", 1),
                curve("b", "B", 0, 1)));
    refused("link A_X names X", () -> problem(List.of(link("A", "X", 1, 1)), flat("a", 1)));
    refused("link X_A names X", () -> problem(List.of(link("X", "A", 1, 1)), flat("a", 1)));
    CurveProblem fine = problem(List.of(), flat("a", 1));
    refused("zone A appears twice", () -> of(fine, List.of("A", "A"), fine.tick()));
    refused("curve a names A", () -> of(fine, List.of("B"), fine.tick()));
  }

  @Test
  void aPrice_isWithinTheLimits() {
    assertDoesNotThrow(() -> problem(List.of(), curve("c", "A", 0, 1, 10_000, -1)));
    refused("is outside", () -> problem(List.of(), curve("c", "A", -0.01, 1)));
    refused("is outside", () -> problem(List.of(), curve("c", "A", 10_000.01, 1)));
  }

  @Test
  void aQuantity_isOfWholeLotsAndNotBeyondWhatIsExact() {
    assertDoesNotThrow(() -> problem(List.of(), curve("c", "A", 0, 10_000, 1, -10_000)));
    refused("not a multiple of the lot", () -> problem(List.of(), curve("c", "A", 0, 0.05)));
    refused("curve c exceeds", () -> problem(List.of(), curve("c", "A", 0, 10_000.1)));
    refused("curve c exceeds", () -> problem(List.of(), curve("c", "A", 0, -10_000.1)));
    assertDoesNotThrow(() -> linked(10_000, 10_000));
    refused("link A_B exceeds", () -> linked(10_001, 1));
    refused("link A_B exceeds", () -> linked(1, 10_001));
  }

  @Test
  void aTick_isPositive() {
    CurveProblem fine = problem(List.of(), flat("a", 1));
    assertDoesNotThrow(() -> of(fine, fine.zones(), new Price(1)));
    refused("the tick must be positive", () -> of(fine, fine.zones(), new Price(0)));
    refused("the tick must be positive", () -> of(fine, fine.zones(), new Price(-1)));
  }

  @Test
  void aCurve_neverRises() {
    assertDoesNotThrow(() -> curve("c", "A", 1, 5, 1, 5));
    refused("curve c must not rise", () -> curve("c", "A", 2, 5, 1, 5));
    refused("curve c must not rise", () -> curve("c", "A", 1, 5, 2, 6));
    refused("curve c has no corner", () -> curve("c", "A"));
  }

  @Test
  void aStepAndALink_areNotNegative() {
    Price price = new Price(0);
    Power less = new Power(-1);
    assertDoesNotThrow(() -> new Step(price, Power.ZERO));
    refused("an increment", () -> new Step(price, less));
    assertDoesNotThrow(() -> new Link("l", "A", "B", Power.ZERO, Power.ZERO));
    refused("negative capacity", () -> new Link("l", "A", "B", less, Power.ZERO));
    refused("negative capacity", () -> new Link("l", "A", "B", Power.ZERO, less));
    refused("joins A to itself", () -> new Link("l", "A", "A", Power.ZERO, Power.ZERO));
  }

  private static CurveProblem linked(int reverse, int forward) {
    return problem(List.of(link("A", "B", reverse, forward)), flat("a", 1), curve("b", "B", 0, 1));
  }

  private static CurveOrder flat(String id, int megawatts) {
    return curve(id, "A", 0, megawatts);
  }

  private static CurveProblem of(CurveProblem fine, List<String> zones, Price tick) {
    return new CurveProblem(fine.block(), zones, fine.orders(), fine.links(), RULES, tick);
  }

  private static void refused(String reason, Executable making) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, making);
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused::getMessage);
  }
}

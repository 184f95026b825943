package energy.optibid.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The states of a dispute, whatever is tried. */
class DisputeStepTest {
  /** Written a second time, by state. */
  private static final Map<DisputeState, Set<DisputeState>> NEXT =
      Map.of(
          DisputeState.OPEN, Set.of(DisputeState.SUBMITTED, DisputeState.WITHDRAWN),
          DisputeState.SUBMITTED,
              Set.of(DisputeState.ACCEPTED, DisputeState.REJECTED, DisputeState.WITHDRAWN),
          DisputeState.ACCEPTED, Set.of(DisputeState.CLOSED),
          DisputeState.REJECTED, Set.of(DisputeState.CLOSED),
          DisputeState.WITHDRAWN, Set.of(DisputeState.CLOSED),
          DisputeState.CLOSED, Set.of());

  @Property
  void stepsLeadOnlyWhereTheyMay(@ForAll List<DisputeStep> tried) {
    DisputeState state = DisputeState.OPEN;
    for (DisputeStep step : tried) {
      Dispute dispute = in(state);
      if (NEXT.getOrDefault(state, Set.of()).contains(step.target())) {
        state = dispute.after(step);
        assertEquals(step.target(), state);
      } else {
        ProblemException refused = assertThrows(ProblemException.class, () -> dispute.after(step));
        assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
        assertTrue(refused.detail().contains(dispute.state().code()), refused.detail());
        assertTrue(refused.detail().contains(step.code()), refused.detail());
      }
    }
  }

  @Test
  void closedIsTheEnd() {
    for (DisputeStep step : DisputeStep.values()) {
      assertThrows(ProblemException.class, () -> in(DisputeState.CLOSED).after(step));
    }
  }

  private static Dispute in(DisputeState state) {
    return new Dispute(
        Ids.next(),
        Ids.next(),
        Ids.next(),
        LocalDate.EPOCH,
        1,
        LineKind.ENERGY,
        "sim-dam",
        null,
        BigDecimal.ONE,
        BigDecimal.TEN,
        state,
        List.of(),
        OffsetDateTime.MIN,
        Ids.next(),
        1);
  }
}

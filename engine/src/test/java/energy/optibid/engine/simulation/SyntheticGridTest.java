package energy.optibid.engine.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticGridTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void aDayIsAlwaysTheSame_andOthersDiffer() {
    assertEquals(SyntheticGrid.frequency(7, DAY), SyntheticGrid.frequency(7, DAY));
    assertNotEquals(SyntheticGrid.frequency(7, DAY), SyntheticGrid.frequency(8, DAY));
    assertNotEquals(SyntheticGrid.frequency(7, DAY), SyntheticGrid.frequency(7, DAY.plusDays(1)));
  }

  @Test
  void frequencyStaysWhereGridsAre_andCrossesTheBand() {
    int outside = 0;
    for (int day = 0; day < 30; day++) {
      List<BigDecimal> hertz = SyntheticGrid.frequency(7, DAY.plusDays(day));
      assertEquals(96, hertz.size());
      for (BigDecimal value : hertz) {
        assertTrue(value.compareTo(new BigDecimal("49.75")) > 0, value::toString);
        assertTrue(value.compareTo(new BigDecimal("50.25")) < 0, value::toString);
        if (value.compareTo(new BigDecimal("49.90")) < 0
            || value.compareTo(new BigDecimal("50.05")) > 0) {
          outside++;
        }
      }
    }
    assertTrue(outside > 30 && outside < 600, "outside: " + outside);
  }

  @Test
  void ancillaryChargesAreNotNegative() {
    SyntheticGrid.ancillaryCharge(7, DAY).forEach(charge -> assertTrue(charge.signum() >= 0));
  }
}

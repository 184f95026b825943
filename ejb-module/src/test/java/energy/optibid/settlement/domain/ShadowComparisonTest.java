package energy.optibid.settlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.StatementLine;
import energy.optibid.settlement.ShadowSettlement.Reason;
import energy.optibid.settlement.domain.ShadowComparison.Figures;
import energy.optibid.settlement.domain.ShadowComparison.Key;
import energy.optibid.settlement.domain.ShadowComparison.Outcome;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShadowComparisonTest {
  private static final UUID ASSET = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final String HEADER = "asset_id,day,block,kind,source,quantity,price,amount\n";

  private final Map<Key, Figures> own = new HashMap<>();

  @Test
  void everyReasonIsFound_andAHundredthAgrees() {
    own(1, LineKind.ENERGY, "-10", "3000", "30000.00");
    own(2, LineKind.ENERGY, "-10", "3000", "30000.00");
    own(3, LineKind.ENERGY, "-10", "3000", "30000.00");
    own(4, LineKind.ENERGY, "-10", "3000", "30000.00");
    own(5, LineKind.ENERGY, "-10", "3000", "30000.00");
    own(1, LineKind.DEVIATION_ABOVE, "1", "3000", "3000.00");
    Outcome outcome =
        compare(
            row(1, "-10", "3000", "30000.01"),
            row(2, "-9", "3000", "27000.00"),
            row(3, "-10.0", "3001", "30010.00"),
            row(4, "-10", "3000.00", "30000.02"),
            row(6, "-1", "3000", "3000.00"));
    assertEquals(5, outcome.read());
    assertEquals(1, outcome.matched());
    assertEquals(
        List.of(
            Reason.QUANTITY,
            Reason.PRICE,
            Reason.AMOUNT,
            Reason.MISSING_THERE,
            Reason.MISSING_HERE),
        outcome.differences().stream().map(d -> d.reason()).toList(),
        "deviations are not compared: the file has none");
    assertEquals(
        List.of(1, 2, 3, 4, 5), outcome.differences().stream().map(d -> d.number()).toList());
  }

  @Test
  void severalOwnLinesOfOneKindAreOne() {
    own(1, LineKind.ENERGY, "-10", "3000", "30000.00");
    own(1, LineKind.ENERGY, "-5", "3000", "15000.00");
    assertEquals(1, compare(row(1, "-15", "3000", "45000.00")).matched());
  }

  @Test
  void everyFaultIsNamedByLineAndColumn() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                ShadowComparison.read(
                    HEADER
                        + "x,2026-13-01,a,nothing,sim-dam,1e999999,b,\n"
                        + "1,2\n"
                        + row(1, "1", "1", "1")
                        + row(1, "1", "1", "1")));
    assertEquals(
        List.of(
            "/lines/2/asset_id",
            "/lines/2/day",
            "/lines/2/block",
            "/lines/2/kind",
            "/lines/2/quantity",
            "/lines/2/price",
            "/lines/2/amount",
            "/lines/3",
            "/lines/5/block"),
        refused.faults().stream()
            .map(Fault::field)
            .sorted((a, b) -> a.substring(0, 8).compareTo(b.substring(0, 8)))
            .toList());
  }

  private static Outcome outcome(Map<Key, Figures> own, String csv) {
    return ShadowComparison.compare(own, ShadowComparison.read(csv));
  }

  private Outcome compare(String... rows) {
    return outcome(own, HEADER + String.join("", rows));
  }

  private void own(int block, LineKind kind, String quantity, String price, String amount) {
    ShadowComparison.addOwn(
        own,
        ASSET,
        DAY,
        new StatementLine(
            block,
            kind,
            "sim-dam",
            new BigDecimal(quantity),
            new BigDecimal(price),
            BigDecimal.valueOf(100),
            new BigDecimal(amount)));
  }

  private static String row(int block, String quantity, String price, String amount) {
    return "%s,%s,%d,energy,sim-dam,%s,%s,%s\n"
        .formatted(ASSET, DAY, block, quantity, price, amount);
  }
}

package energy.optibid.settlement.adapter;

import static energy.optibid.settlement.adapter.SettledMonth.BLOCKS;
import static energy.optibid.settlement.adapter.SettledMonth.DAYS;
import static energy.optibid.settlement.adapter.SettledMonth.FIRST;
import static energy.optibid.settlement.adapter.SettledMonth.PLANTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.settlement.Dispute;
import energy.optibid.settlement.DisputeState;
import energy.optibid.settlement.DisputeStep;
import energy.optibid.settlement.LineOrigin;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.ShadowSettlement;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.StatementDay;
import energy.optibid.settlement.StatementFiles.Format;
import energy.optibid.settlement.Statements.LineQuery;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is done with the second statement of a month, once it is kept. */
final class KeptStatementIT {
  private static final SettlementBench BENCH = new SettlementBench();

  @SuppressWarnings("NullAway") // settled before all tests
  private static Statement statement;

  @BeforeAll
  static void settleTwice() {
    BENCH.month.write();
    BENCH.importGrid();
    Statement first = BENCH.calculated();
    statement = BENCH.calculated();
    assertEquals(List.of(1, 2), List.of(first.revision(), statement.revision()));
  }

  @Test
  void itsDaysLinesAndOrigins_areReadPageByPage() {
    UUID plant = BENCH.month.plants().get(0).id();
    Page<StatementDay> page =
        BENCH.asOwner(() -> BENCH.statements.days(statement.id(), null, null, 200));
    assertEquals(200, page.items().size());
    Page<StatementDay> rest =
        BENCH.asOwner(() -> BENCH.statements.days(statement.id(), null, page.nextCursor(), 200));
    assertEquals(PLANTS * DAYS - 200, rest.items().size());
    List<SettledLine> lines = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Page<SettledLine> some =
          BENCH.asOwner(
              () ->
                  BENCH.statements.lines(
                      statement.id(), new LineQuery(plant, FIRST, null, null), from, 200));
      lines.addAll(some.items());
      cursor = some.nextCursor();
    } while (cursor != null);
    StatementDay day =
        BENCH.asOwner(() -> BENCH.statements.days(statement.id(), plant, null, 1)).items().get(0);
    assertEquals(day.lines(), lines.size());
    assertEquals(
        0,
        day.total()
            .compareTo(
                lines.stream().map(SettledLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
    SettledLine deviation =
        lines.stream().filter(line -> line.kind().isDeviation()).findFirst().orElseThrow();
    LineOrigin origin =
        BENCH.asOwner(
            () -> BENCH.statements.origin(statement.id(), plant, FIRST, deviation.number()));
    assertEquals(deviation, origin.line());
    assertTrue(
        origin.parameters().stream()
            .anyMatch(parameter -> parameter.name().startsWith("general_seller_")));
    assertEquals(
        1,
        BENCH
            .asOwner(
                () ->
                    BENCH.statements.lines(
                        statement.id(),
                        new LineQuery(plant, FIRST, 7, LineKind.EXCHANGE_FEE),
                        null,
                        10))
            .items()
            .size());
  }

  @Test
  void itIsTakenAwayAsAFile() throws IOException {
    for (Format format : Format.values()) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      BENCH.asOwner(() -> BENCH.files.export(statement.id(), format)).content().writeTo(file);
      String start = new String(file.toByteArray(), 0, 4, StandardCharsets.ISO_8859_1);
      assertEquals(format == Format.PDF ? "%PDF" : "PK\u0003\u0004", start);
      assertTrue(file.size() > 10_000, format + ": " + file.size());
    }
  }

  @Test
  void anotherStatement_isComparedLineByLineAndDisputed() {
    UUID plant = BENCH.month.plants().get(0).id();
    String csv =
        "asset_id,day,block,kind,source,quantity,price,amount\n"
            + "%s,%s,1,energy,iex-dam,-2.5,3000,7400.00%n".formatted(plant, FIRST);
    ShadowSettlement shadow =
        BENCH.asOwner(() -> BENCH.shadows.compare(statement.id(), "IEX", csv));
    assertEquals(0, shadow.matched());
    assertEquals(PLANTS * DAYS * BLOCKS, shadow.differences());
    assertEquals(
        ShadowSettlement.Reason.AMOUNT,
        BENCH
            .asOwner(() -> BENCH.shadows.differences(shadow.id(), null, 1))
            .items()
            .get(0)
            .reason());
    Dispute opened =
        BENCH.asOwner(
            () ->
                BENCH.disputes.open(
                    new Dispute.Input(
                        null, null, null, null, shadow.id(), 1, null, "100.00 are missing")));
    assertEquals(new BigDecimal("7400.00"), opened.statedAmount());
    assertEquals(new BigDecimal("7500.00"), opened.claimedAmount());
    Dispute submitted =
        BENCH.asOwner(
            () -> BENCH.disputes.step(opened.id(), 1, DisputeStep.SUBMIT, new Dispute.Note(null)));
    assertEquals(DisputeState.SUBMITTED, submitted.state());
    ProblemException late =
        assertThrows(
            ProblemException.class,
            () ->
                BENCH.asOwner(
                    () ->
                        BENCH.disputes.step(
                            opened.id(), 1, DisputeStep.ACCEPT, new Dispute.Note(null))));
    assertEquals(ProblemCode.PRECONDITION_FAILED, late.code());
    assertEquals(
        List.of("open", "submit"), submitted.entries().stream().map(e -> e.action()).toList());
    assertThrows(
        ProblemException.class,
        () -> BENCH.as(BENCH.rival, () -> BENCH.disputes.require(opened.id())));
    assertEquals(
        List.of(), BENCH.as(BENCH.rival, () -> BENCH.disputes.list(null, null, 10)).items());
  }

  @Test
  void anotherOrganisation_seesNothingOfIt() {
    assertThrows(
        ProblemException.class,
        () -> BENCH.as(BENCH.rival, () -> BENCH.statements.require(statement.id())));
    assertEquals(
        List.of(),
        BENCH.as(BENCH.rival, () -> BENCH.statements.list(null, false, null, 10)).items());
    assertEquals(List.of(), BENCH.as(BENCH.rival, () -> BENCH.store.keptDays(statement.id())));
  }
}

package energy.optibid.settlement.adapter;

import static energy.optibid.settlement.adapter.SettledMonth.BLOCKS;
import static energy.optibid.settlement.adapter.SettledMonth.DAYS;
import static energy.optibid.settlement.adapter.SettledMonth.FIRST;
import static energy.optibid.settlement.adapter.SettledMonth.PLANTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.settlement.Statement;
import energy.optibid.settlement.StatementState;
import energy.optibid.settlement.StatementStatus;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A month of ten plants from awards to a statement, on a real PostgreSQL. */
final class StatementJobIT {
  /** In block 50 the meter is where the schedule is. */
  private static final int DEVIATING = 95;

  private static final long BUDGET_MILLIS = 2_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final SettlementBench bench = new SettlementBench();

  @Test
  void aMonthOfTenPlants_isSettledWithinItsBudget_andAgain() {
    bench.month.write();
    bench.importGrid();
    Statement first = bench.calculated();
    Statement second = measured();

    assertEquals(1, first.revision());
    assertEquals(2, second.revision());
    assertEquals(StatementState.READY, second.state());
    assertEquals(List.of(), second.missing());
    assertEquals(0, first.total().compareTo(second.total()));
    assertEquals(PLANTS, second.assets().size());
    assertEquals(0, second.total().compareTo(sum(second)), "lines add up to the statement");
    assertEquals(first.total(), bench.kept(first).total());
    assertEquals(
        PLANTS * DAYS,
        bench.asOwner(() -> bench.store.keptDays(first.id())).size(),
        "the earlier revision has its lines still");
  }

  /**
   * One more statement of the month, with its time. The budget is held against the thread's own
   * time, which a busy machine does not stretch.
   */
  private Statement measured() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long began = System.nanoTime();
    long worked = threads.getCurrentThreadCpuTime();
    Statement statement = bench.calculated();
    long cpu = (threads.getCurrentThreadCpuTime() - worked) / NANOS_PER_MILLI;
    long wall = (System.nanoTime() - began) / NANOS_PER_MILLI;
    System.out.printf(
        "Statement of %,d block rows: %,d ms, of which %,d ms on the processor%n",
        PLANTS * DAYS * BLOCKS, wall, cpu);
    assertTrue(cpu < BUDGET_MILLIS, cpu + " ms");
    return statement;
  }

  @Test
  void whatIsMissingIsCounted_andAStatementThatLacksItIsNotFinal() {
    bench.month.write();
    Statement statement = bench.calculated();
    assertEquals(1, statement.missing().size());
    assertEquals(PLANTS * DAYS * DEVIATING, statement.missing().get(0).blocks());
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                bench.asOwner(() -> bench.statements.finish(statement.id(), statement.version())));
    assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
    bench.importGrid();
    Statement whole = bench.calculated();
    Statement ended = bench.asOwner(() -> bench.statements.finish(whole.id(), whole.version()));
    assertEquals(StatementStatus.FINAL, ended.status());
  }

  /** A job that ran twice, as after a crash, leaves what one run leaves. */
  @Test
  void runningAgainChangesNothing() {
    bench.month.write();
    bench.importGrid();
    Statement asked = bench.ask();
    bench.run(asked);
    Statement once = bench.kept(asked);
    bench.run(asked);
    Statement twice = bench.kept(asked);
    assertEquals(0, once.total().compareTo(twice.total()));
    assertEquals(0, twice.total().compareTo(sum(twice)));
  }

  @Test
  void anImportedSchedule_isWhatDeviationIsMeasuredFrom() {
    bench.month.write();
    bench.importGrid();
    UUID plant = bench.month.plants().get(0).id();
    StringBuilder csv = new StringBuilder("asset_id,day,block,injection_mw\n");
    for (int block = 1; block <= BLOCKS; block++) {
      csv.append("%s,%s,%d,12%n".formatted(plant, FIRST, block));
    }
    bench.asOwner(
        () -> bench.inputs.importSchedules(null, "RLDC", csv.toString().replace("\r", "")));
    bench.asOwner(() -> bench.inputs.importSchedules(null, "RLDC, revised", csv.toString()));
    assertEquals(
        List.of(2, 1),
        bench.asOwner(() -> bench.inputs.schedules(plant, null, null, 10)).items().stream()
            .map(schedule -> schedule.revision())
            .toList());
    Statement statement = bench.calculated();
    assertEquals(
        0,
        new BigDecimal("3")
            .compareTo(
                bench
                    .asOwner(() -> bench.statements.deviations(statement.id(), plant, FIRST))
                    .get(0)
                    .scheduledMwh()));
  }

  private static BigDecimal sum(Statement statement) {
    return statement.assets().stream()
        .flatMap(asset -> asset.totals().stream())
        .map(Statement.KindTotal::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

package energy.optibid.settlement.adapter;

import static energy.optibid.settlement.adapter.SettledMonth.BLOCKS;
import static energy.optibid.settlement.adapter.SettledMonth.DAYS;
import static energy.optibid.settlement.adapter.SettledMonth.FIRST;
import static energy.optibid.settlement.adapter.SettledMonth.LAST;
import static energy.optibid.settlement.adapter.SettledMonth.PLANTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.Asset;
import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.engine.settlement.LineKind;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.Jobs;
import energy.optibid.jobs.adapter.PostgresJobs;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.rules.PackArchive;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.rules.adapter.JdbcPackArchive;
import energy.optibid.settlement.Dispute;
import energy.optibid.settlement.DisputeState;
import energy.optibid.settlement.DisputeStep;
import energy.optibid.settlement.LineOrigin;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.SettlementInputs;
import energy.optibid.settlement.ShadowSettlement;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.StatementDay;
import energy.optibid.settlement.StatementFiles.Format;
import energy.optibid.settlement.StatementRequest;
import energy.optibid.settlement.StatementState;
import energy.optibid.settlement.StatementStatus;
import energy.optibid.settlement.Statements.LineQuery;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A month of ten plants from awards to a statement, on a real PostgreSQL. */
final class StatementJobIT {
  private static final PostgresServer SERVER = PostgresServer.shared();

  /** In block 50 the meter is where the schedule is. */
  private static final int DEVIATING = 95;

  private static final long BUDGET_MILLIS = 2_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LocalTransactions transactions = SERVER.transactions();
  private final Caller owner = Tenants.create(SERVER);
  private final Caller rival = Tenants.create(SERVER);
  private final SettledMonth month = new SettledMonth(SERVER, owner);
  private final List<Asset> plants = month.plants();
  private final Rules rules = new ClassPathRulePacks().rules();
  private final PackArchive archive = new JdbcPackArchive(transactions, transactions);
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  private final Jobs jobs =
      new PostgresJobs(transactions, transactions, new PostgresOutbox(transactions), audit);
  private final Clock clock = Clock.systemUTC();
  private final JdbcInputStore inputStore = new JdbcInputStore(transactions);
  private final JdbcTradedDays traded = new JdbcTradedDays(transactions);
  private final GridSource grid = new GridSource(inputStore, traded);
  private final JdbcStatementStore store = new JdbcStatementStore(transactions);
  private final JdbcShadowStore shadowStore = new JdbcShadowStore(transactions);
  private final SettlementInputs inputs =
      new SettlementInputDesk(month.assets(), rules, inputStore, traded, grid, audit, clock);
  private final StatementDesk statements =
      new StatementDesk(store, traded, new LineOrigins(rules, archive), jobs, audit, clock);
  private final ShadowDesk shadows = new ShadowDesk(statements, store, shadowStore, audit, clock);
  private final DisputeDesk disputes =
      new DisputeDesk(store, shadowStore, new JdbcDisputeStore(transactions), audit, clock);
  private final StatementJob job =
      new StatementJob(
          transactions, month.assets(), rules, archive, inputStore, traded, grid, store);

  @Test
  void aMonthOfTenPlants_isSettledWithinItsBudget_andAgain() throws IOException {
    month.write();
    importGrid();
    Statement first = calculated();
    Statement second = measured();

    assertEquals(1, first.revision());
    assertEquals(2, second.revision());
    assertEquals(StatementState.READY, second.state());
    assertEquals(List.of(), second.missing());
    assertEquals(0, first.total().compareTo(second.total()));
    assertEquals(PLANTS, second.assets().size());
    assertEquals(0, second.total().compareTo(sum(second)), "lines add up to the statement");
    readsBack(second);
    leavesTheOldRevision(first);
    exports(second);
    comparesAndDisputes(second);
    hidesFromRivals(second);
  }

  /**
   * One more statement of the month, with its time. The budget is held against the thread's own
   * time, which a busy machine does not stretch.
   */
  private Statement measured() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long began = System.nanoTime();
    long worked = threads.getCurrentThreadCpuTime();
    Statement statement = calculated();
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
    month.write();
    Statement statement = calculated();
    assertEquals(1, statement.missing().size());
    assertEquals(PLANTS * DAYS * DEVIATING, statement.missing().get(0).blocks());
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> as(owner, () -> statements.finish(statement.id(), statement.version())));
    assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
    importGrid();
    Statement whole = calculated();
    Statement ended = as(owner, () -> statements.finish(whole.id(), whole.version()));
    assertEquals(StatementStatus.FINAL, ended.status());
  }

  /** A job that ran twice, as after a crash, leaves what one run leaves. */
  @Test
  void runningAgainChangesNothing() {
    month.write();
    importGrid();
    Statement asked = ask();
    run(asked);
    Statement once = as(owner, () -> statements.require(asked.id()));
    run(asked);
    Statement twice = as(owner, () -> statements.require(asked.id()));
    assertEquals(0, once.total().compareTo(twice.total()));
    assertEquals(0, twice.total().compareTo(sum(twice)));
  }

  @Test
  void anImportedSchedule_isWhatDeviationIsMeasuredFrom() {
    month.write();
    importGrid();
    UUID plant = plants.get(0).id();
    StringBuilder csv = new StringBuilder("asset_id,day,block,injection_mw\n");
    for (int block = 1; block <= BLOCKS; block++) {
      csv.append("%s,%s,%d,12%n".formatted(plant, FIRST, block));
    }
    as(owner, () -> inputs.importSchedules(null, "RLDC", csv.toString().replace("\r", "")));
    as(owner, () -> inputs.importSchedules(null, "RLDC, revised", csv.toString()));
    assertEquals(
        List.of(2, 1),
        as(owner, () -> inputs.schedules(plant, null, null, 10)).items().stream()
            .map(schedule -> schedule.revision())
            .toList());
    Statement statement = calculated();
    assertEquals(
        0,
        new BigDecimal("3")
            .compareTo(
                as(owner, () -> statements.deviations(statement.id(), plant, FIRST))
                    .get(0)
                    .scheduledMwh()));
  }

  private void readsBack(Statement statement) {
    UUID plant = plants.get(0).id();
    Page<StatementDay> page = as(owner, () -> statements.days(statement.id(), null, null, 200));
    assertEquals(200, page.items().size());
    Page<StatementDay> rest =
        as(owner, () -> statements.days(statement.id(), null, page.nextCursor(), 200));
    assertEquals(PLANTS * DAYS - 200, rest.items().size());
    List<SettledLine> lines = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Page<SettledLine> some =
          as(
              owner,
              () ->
                  statements.lines(
                      statement.id(), new LineQuery(plant, FIRST, null, null), from, 200));
      lines.addAll(some.items());
      cursor = some.nextCursor();
    } while (cursor != null);
    StatementDay day =
        as(owner, () -> statements.days(statement.id(), plant, null, 1)).items().get(0);
    assertEquals(day.lines(), lines.size());
    assertEquals(
        0,
        day.total()
            .compareTo(
                lines.stream().map(SettledLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
    SettledLine deviation =
        lines.stream().filter(line -> line.kind().isDeviation()).findFirst().orElseThrow();
    LineOrigin origin =
        as(owner, () -> statements.origin(statement.id(), plant, FIRST, deviation.number()));
    assertEquals(deviation, origin.line());
    assertTrue(
        origin.parameters().stream()
            .anyMatch(parameter -> parameter.name().startsWith("general_seller_")));
    assertEquals(
        1,
        as(
                owner,
                () ->
                    statements.lines(
                        statement.id(),
                        new LineQuery(plant, FIRST, 7, LineKind.EXCHANGE_FEE),
                        null,
                        10))
            .items()
            .size());
  }

  private void leavesTheOldRevision(Statement first) {
    assertEquals(first.total(), as(owner, () -> statements.require(first.id())).total());
    assertEquals(
        PLANTS * DAYS,
        as(owner, () -> store.keptDays(first.id())).size(),
        "the earlier revision has its lines still");
  }

  private void exports(Statement statement) throws IOException {
    for (Format format : Format.values()) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      StatementFileDesk files = new StatementFileDesk(statements, store);
      as(owner, () -> files.export(statement.id(), format)).content().writeTo(file);
      String start = new String(file.toByteArray(), 0, 4, StandardCharsets.ISO_8859_1);
      assertEquals(format == Format.PDF ? "%PDF" : "PK\u0003\u0004", start);
      assertTrue(file.size() > 10_000, format + ": " + file.size());
    }
  }

  private void comparesAndDisputes(Statement statement) {
    UUID plant = plants.get(0).id();
    String csv =
        "asset_id,day,block,kind,source,quantity,price,amount\n"
            + "%s,%s,1,energy,iex-dam,-2.5,3000,7400.00%n".formatted(plant, FIRST);
    ShadowSettlement shadow = as(owner, () -> shadows.compare(statement.id(), "IEX", csv));
    assertEquals(0, shadow.matched());
    assertEquals(PLANTS * DAYS * BLOCKS, shadow.differences());
    assertEquals(
        ShadowSettlement.Reason.AMOUNT,
        as(owner, () -> shadows.differences(shadow.id(), null, 1)).items().get(0).reason());
    Dispute opened =
        as(
            owner,
            () ->
                disputes.open(
                    new Dispute.Input(
                        null, null, null, null, shadow.id(), 1, null, "100.00 are missing")));
    assertEquals(new BigDecimal("7400.00"), opened.statedAmount());
    assertEquals(new BigDecimal("7500.00"), opened.claimedAmount());
    Dispute submitted =
        as(owner, () -> disputes.step(opened.id(), 1, DisputeStep.SUBMIT, new Dispute.Note(null)));
    assertEquals(DisputeState.SUBMITTED, submitted.state());
    ProblemException late =
        assertThrows(
            ProblemException.class,
            () ->
                as(
                    owner,
                    () ->
                        disputes.step(opened.id(), 1, DisputeStep.ACCEPT, new Dispute.Note(null))));
    assertEquals(ProblemCode.PRECONDITION_FAILED, late.code());
    assertEquals(
        List.of("open", "submit"), submitted.entries().stream().map(e -> e.action()).toList());
    assertThrows(ProblemException.class, () -> as(rival, () -> disputes.require(opened.id())));
    assertEquals(List.of(), as(rival, () -> disputes.list(null, null, 10)).items());
  }

  private void hidesFromRivals(Statement statement) {
    assertThrows(ProblemException.class, () -> as(rival, () -> statements.require(statement.id())));
    assertEquals(List.of(), as(rival, () -> statements.list(null, null, 10)).items());
    assertEquals(List.of(), as(rival, () -> store.keptDays(statement.id())));
  }

  private static BigDecimal sum(Statement statement) {
    return statement.assets().stream()
        .flatMap(asset -> asset.totals().stream())
        .map(Statement.KindTotal::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Statement calculated() {
    Statement asked = ask();
    run(asked);
    return as(owner, () -> statements.require(asked.id()));
  }

  private Statement ask() {
    return as(owner, () -> statements.create(new StatementRequest(null, FIRST, LAST)));
  }

  private void run(Statement asked) {
    Tenancy.runAs(
        Tenancy.jobCaller(owner.organization(), owner.userId()), () -> job.run(new Run(asked)));
  }

  private <T> T as(Caller caller, Supplier<T> work) {
    return transactions.callAs(caller, work);
  }

  private record Run(Statement statement) implements JobRun {
    @Override
    public UUID id() {
      return statement.jobId();
    }

    @Override
    public JsonObject input() {
      return Json.createObjectBuilder()
          .add("statementId", statement.id().toString())
          .add("firstDay", statement.firstDay().toString())
          .add("lastDay", statement.lastDay().toString())
          .build();
    }

    @Override
    public void progress(long done, long total, String note) {}

    @Override
    public void checkCancelled() {}
  }

  private void importGrid() {
    as(owner, () -> inputs.importGrid(null, SettledMonth.grid()));
  }
}

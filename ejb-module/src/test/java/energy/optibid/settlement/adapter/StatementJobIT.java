package energy.optibid.settlement.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Assets;
import energy.optibid.assets.TechnicalLimits;
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
import energy.optibid.shared.Ids;
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
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A month of ten plants from awards to a statement, on a real PostgreSQL. */
final class StatementJobIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
  private static final int PLANTS = 10;
  private static final int DAYS = 30;
  private static final int BLOCKS = 96;

  /** In block 50 the meter is where the schedule is. */
  private static final int DEVIATING = 95;

  private static final long BUDGET_MILLIS = 2_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LocalTransactions transactions = SERVER.transactions();
  private final Caller owner = Tenants.create(SERVER);
  private final Caller rival = Tenants.create(SERVER);
  private final List<Asset> plants =
      IntStream.rangeClosed(1, PLANTS).mapToObj(StatementJobIT::plant).toList();
  private final Rules rules = new ClassPathRulePacks().rules();
  private final PackArchive archive = new JdbcPackArchive(transactions, transactions);
  private final Jobs jobs =
      new PostgresJobs(transactions, transactions, new PostgresOutbox(transactions));
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  private final Clock clock = Clock.systemUTC();
  private final JdbcInputStore inputStore = new JdbcInputStore(transactions);
  private final JdbcTradedDays traded = new JdbcTradedDays(transactions);
  private final GridSource grid = new GridSource(inputStore, traded);
  private final JdbcStatementStore store = new JdbcStatementStore(transactions);
  private final JdbcShadowStore shadowStore = new JdbcShadowStore(transactions);
  private final SettlementInputs inputs =
      new SettlementInputDesk(assets(), rules, inputStore, traded, grid, audit, clock);
  private final StatementDesk statements =
      new StatementDesk(store, traded, new LineOrigins(rules, archive), jobs, audit, clock);
  private final ShadowDesk shadows = new ShadowDesk(statements, store, shadowStore, audit, clock);
  private final DisputeDesk disputes =
      new DisputeDesk(store, shadowStore, new JdbcDisputeStore(transactions), audit, clock);
  private final StatementJob job =
      new StatementJob(transactions, assets(), rules, archive, inputStore, traded, grid, store);

  @Test
  void aMonthOfTenPlants_isSettledWithinItsBudget_andAgain() throws IOException {
    writeMonth();
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
    writeMonth();
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
    writeMonth();
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
    writeMonth();
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
    StringBuilder csv =
        new StringBuilder(
            "day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge\n");
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      for (int block = 1; block <= BLOCKS; block++) {
        csv.append(
            "%s,%d,%s,%d,%d,%d%n"
                .formatted(
                    day,
                    block,
                    BigDecimal.valueOf(4990 + block % 16, 2),
                    3000 + block,
                    3100 - block,
                    2900));
      }
    }
    as(owner, () -> inputs.importGrid(null, csv.toString()));
  }

  /** Sells 10 MW of each plant in each block at 3,000 and meters 0 to 2 MWh around it. */
  private void writeMonth() {
    String organization = owner.organization().toString();
    String ids =
        String.join(",", plants.stream().map(plant -> "'" + plant.id() + "'::uuid").toList());
    SERVER.execute(
        """
        set session_replication_role = replica;
        create temporary table day_of (day date, auction uuid, run uuid);
        insert into day_of select d::date, gen_random_uuid(), gen_random_uuid()
          from generate_series('%2$s'::date, '%3$s'::date, interval '1 day') d;
        insert into asset (id, organization_id, name, type, market_code, area_code,
          max_injection_mw, max_withdrawal_mw, version)
        select id, '%1$s', id::text, 'thermal', 'iex-dam', 'W2', 100, 0, 1 from unnest(array[%4$s]) id;
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
          gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count, areas,
          latest_run_id, version)
        select auction, '%1$s', 'iex-dam', day, 'sandbox', 'wall', 'cleared', day, day + 1,
          'Asia/Kolkata', 'INR', 15, 96, 'W2', run, 1 from day_of;
        insert into award (id, organization_id, run_id, auction_id, bid_id, submission_id, asset_id,
          area_code, block, starts_at, side, offered_mwh, accepted_mwh, price, amount, currency,
          reason, sentence, status, source)
        select gen_random_uuid(), '%1$s', run, auction, id, id, id, 'W2', b,
          day::timestamp at time zone 'Asia/Kolkata' + (b - 1) * interval '15 minutes', 'sell', 2.5,
          2.5, 3000, 7500, 'INR', 'in_the_money', '', 'final', 'exchange'
          from day_of, generate_series(1, 96) b, unnest(array[%4$s]) id;
        select ensure_meter_reading_partition('2026-08-31');
        select ensure_meter_reading_partition('2026-09-01');
        insert into meter_reading (organization_id, asset_id, exchange_id, starts_at,
          duration_minutes, injection_mwh, quality, revision, recorded_at)
        select '%1$s', id, null,
          day::timestamp at time zone 'Asia/Kolkata' + (b - 1) * interval '15 minutes', 15,
          2.5 + ((b * 37) %% 100 - 50) / 100.0, 'measured', 1, now()
          from day_of, generate_series(1, 96) b, unnest(array[%4$s]) id;
        drop table day_of;
        set session_replication_role = default;
        """
            .formatted(organization, FIRST, LAST, ids));
  }

  private static Asset plant(int number) {
    BigDecimal zero = BigDecimal.ZERO;
    return new Asset(
        Ids.next(),
        null,
        "Plant " + number,
        AssetType.THERMAL,
        null,
        "iex-dam",
        "W2",
        BigDecimal.valueOf(100),
        zero,
        new TechnicalLimits.Thermal(
            zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero),
        true,
        1);
  }

  private Assets assets() {
    return (Assets)
        Proxy.newProxyInstance(
            Assets.class.getClassLoader(),
            new Class<?>[] {Assets.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "list" -> new Page<>(plants, null);
                  case "find" ->
                      plants.stream().filter(p -> p.id().equals(arguments[0])).findFirst();
                  case "require" ->
                      plants.stream()
                          .filter(p -> p.id().equals(arguments[0]))
                          .findFirst()
                          .orElseThrow();
                  default -> throw new AssertionError(method.getName());
                });
  }
}

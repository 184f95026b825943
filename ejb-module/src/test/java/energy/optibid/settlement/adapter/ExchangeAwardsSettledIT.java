package energy.optibid.settlement.adapter;

import static energy.optibid.settlement.adapter.SettledMonth.FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.engine.settlement.MissingInput;
import energy.optibid.gateway.ExchangeAward.Status;
import energy.optibid.settlement.AwardOrigin;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.Statement.Missing;
import energy.optibid.settlement.StatementStatus;
import energy.optibid.settlement.Statements.LineQuery;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.Waiting;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day at a real exchange: from its awards, revision by revision, to a final statement. */
final class ExchangeAwardsSettledIT {
  /** The bids behind it are of no concern. */
  private static final String WITHOUT_BIDS =
      "set session_replication_role = replica;\n%s;\nset session_replication_role = default";

  private final SettlementBench bench = new SettlementBench();
  private final UUID plant = bench.month.plants().get(0).id();
  private final UUID connection = Ids.next();
  private final UUID auction = Ids.next();
  private final UUID sale = Ids.next();
  private final UUID purchase = Ids.next();

  @BeforeEach
  void aDayAtAnExchange() {
    execute(
        """
        insert into asset (id, organization_id, name, type, market_code, area_code,
          max_injection_mw, max_withdrawal_mw, version)
        values ('%2$s', '%1$s', 'Plant', 'thermal', 'iex-dam', 'W2', 100, 0, 1);
        insert into exchange_connection (id, organization_id, operator_code, kind, enabled,
          timeout_ms, attempts, created_at, version)
        values ('%3$s', '%1$s', 'iex', 'simulated', true, 5000, 5, now(), 1);
        insert into auction (id, organization_id, market_code, delivery_day, scope, clock, state,
          gate_opens_at, gate_closes_at, time_zone, currency, block_minutes, block_count, areas,
          version)
        values ('%4$s', '%1$s', 'iex-dam', '%5$s', 'sandbox', 'wall', 'cleared', '%5$s'::date - 1, '%5$s',
          'Asia/Kolkata', 'INR', 15, 96, 'W2', 1);
        select ensure_meter_reading_partition('2026-08-31');
        select ensure_meter_reading_partition('2026-09-01');
        insert into meter_reading (organization_id, asset_id, exchange_id, starts_at,
          duration_minutes, injection_mwh, quality, revision, recorded_at)
        select '%1$s', '%2$s', null,
          '%5$s'::timestamp at time zone 'Asia/Kolkata' + (b - 1) * interval '15 minutes', 15,
          0, 'measured', 1, now() from generate_series(1, 96) b"""
            .formatted(organization(), plant, connection, auction, FIRST));
    message(sale);
    message(purchase);
    bench.importGrid();
  }

  @Test
  void provisionalAwardsCount_butTheStatementCannotBeFinal_untilTheyAre() {
    UUID first = result(1);
    award(first, sale, "sell", 1, "", "10", "2.5", "3456.78", 1, "provisional");
    Statement provisional = calculated();
    SettledLine energy = energy(provisional).get(0);
    assertEquals(0, new BigDecimal("-2.5").compareTo(energy.quantity()));
    assertEquals(new BigDecimal("8641.95"), energy.amount());
    assertEquals(List.of(new Missing(MissingInput.FINAL_AWARD, 1)), provisional.missing());
    ProblemException refused = assertThrows(ProblemException.class, () -> finish(provisional));
    assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
    assertEquals(
        "The exchange's result of 1 blocks is not final; when it is, calculate the statement"
            + " again.",
        refused.detail());

    UUID second = result(2);
    award(second, sale, "sell", 1, "", "8", "2", "3456.78", 2, "curtailed");
    Statement settled = calculated();
    assertEquals(List.of(), settled.missing());
    assertEquals(new BigDecimal("6913.56"), energy(settled).get(0).amount());
    assertEquals(StatementStatus.FINAL, finish(settled).status());

    AwardOrigin then = origins(provisional, energy(provisional).get(0)).get(0);
    assertEquals(1, then.revision(), "the earlier statement keeps what it was made of");
    AwardOrigin now = origins(settled, energy(settled).get(0)).get(0);
    assertEquals(2, now.revision());
    assertEquals(Status.CURTAILED, now.status());
    assertEquals("OB-" + sale, now.reference());
    assertEquals(auction, now.auctionId());
  }

  @Test
  void aFinalStatementSettlesItsAuctionsOnce_andTheNextRevisionWhatWasRevised() {
    award(result(1), sale, "sell", 1, "", "10", "2.5", "3456.78", 1, "final");
    published();
    Statement first = calculated();
    assertEquals("published", state(), "a provisional statement settles nothing");
    assertEquals(StatementStatus.FINAL, finish(first).status());
    assertEquals("settled", state());
    assertEquals(1, settledEvents());
    assertEquals(StatementStatus.FINAL, finish(calculated()).status());
    assertEquals(1, settledEvents(), "it was settled before");

    Statement stale = calculated();
    award(result(2), sale, "sell", 1, "", "8", "2", "3456.78", 2, "curtailed");
    published();
    ProblemException refused = assertThrows(ProblemException.class, () -> finish(stale));
    assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code());
    assertEquals(
        "The exchange has revised its result of iex-dam for "
            + FIRST
            + " since; calculate the statement again.",
        refused.detail());
    assertEquals("published", state());
    assertEquals(StatementStatus.FINAL, finish(calculated()).status());
    assertEquals("settled", state());
    assertEquals(2, settledEvents());
  }

  @Test
  void aResultReadBeforeTheStatement_andWrittenAfterItsCalculation_isSeen() {
    award(result(1), sale, "sell", 1, "", "10", "2.5", "3456.78", 1, "final");
    published();
    Statement stale = calculated();
    UUID late = result(2);
    execute(
        "update exchange_result set read_at = now() - interval '1 hour' where id = '%s'"
            .formatted(late));
    award(late, sale, "sell", 1, "", "10", "2.5", "3400", 2, "final");
    assertThrows(ProblemException.class, () -> finish(stale));
    assertEquals("published", state());

    Statement repeated = calculated();
    award(result(3), sale, "sell", 1, "", "10", "2.50", "3400.00", 3, "final");
    assertEquals(StatementStatus.FINAL, finish(repeated).status(), "nothing else was told");
  }

  @Test
  void aResultThatIsBeingReadWhileAStatementEnds_isWaitedFor() throws Exception {
    award(result(1), sale, "sell", 1, "", "10", "2.5", "3456.78", 1, "final");
    published();
    Statement stale = calculated();
    UUID second = result(2);
    try (Connection reader = SettlementBench.SERVER.owner().getConnection();
        java.sql.Statement writes = reader.createStatement()) {
      reader.setAutoCommit(false);
      writes.execute(
          "select pg_advisory_xact_lock(hashtextextended('auction gate %s', 0))"
              .formatted(auction));
      writes.execute(awarding(second, sale, "sell", 1, "", "8", "2", "3456.78", 2, "curtailed"));
      CompletableFuture<StatementStatus> ending =
          CompletableFuture.supplyAsync(() -> finish(stale).status());
      Waiting.until(
          "the end of the statement waits", () -> SettlementBench.SERVER.someoneWaits("advisory"));
      reader.commit();
      ExecutionException refused = assertThrows(ExecutionException.class, ending::get);
      assertEquals(
          ProblemCode.ILLEGAL_TRANSITION,
          assertInstanceOf(ProblemException.class, refused.getCause()).code());
    }
    assertEquals("published", state());
  }

  @Test
  void anAuctionWithoutAResult_orOfAnotherDay_isNotSettledByAStatement() {
    execute("update auction set state = 'closed' where id = '%s'".formatted(auction));
    assertEquals(StatementStatus.FINAL, finish(calculated()).status());
    assertEquals("closed", state());
    execute(
        "update auction set state = 'published', delivery_day = delivery_day + 1 where id = '%s'"
            .formatted(auction));
    assertEquals(StatementStatus.FINAL, finish(calculated()).status());
    assertEquals("published", state());
  }

  private void published() {
    execute("update auction set state = 'published' where id = '%s'".formatted(auction));
  }

  private String state() {
    return bench.asOwner(() -> bench.auction(auction)).state().code();
  }

  private long settledEvents() {
    return bench.events(auction, "auction.settled");
  }

  @Test
  void tradesOfCurvesAndBlockOrders_addUpByPrice_buyingIsPositive() {
    UUID result = result(1);
    award(result, sale, "sell", 1, "", "10", "2.5", "3000", 1, "final");
    award(result, sale, "sell", 1, "base", "4", "1", "3000.00", 1, "final");
    award(result, purchase, "buy", 1, "", "2", "0.5", "3100", 1, "final");
    award(result, purchase, "buy", 2, "", "0", "0", "3100", 1, "final");
    Statement statement = calculated();
    List<SettledLine> energy = energy(statement);
    assertEquals(2, energy.size());
    assertEquals(new BigDecimal("10500.00"), energy.get(0).amount());
    assertEquals(new BigDecimal("-1550.00"), energy.get(1).amount());
    assertEquals(
        List.of("", "base"),
        origins(statement, energy.get(0)).stream().map(AwardOrigin::blockOrder).sorted().toList());
    assertEquals(
        BigDecimal.ZERO.setScale(2),
        lines(statement).stream()
            .map(SettledLine::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(statement.total()));
    SettledLine fee =
        lines(statement).stream()
            .filter(line -> line.kind() == LineKind.EXCHANGE_FEE)
            .findFirst()
            .orElseThrow();
    assertTrue(origins(statement, fee).size() > 1, "the awards of the block");
  }

  @Test
  void statementsOfReality_areListedWithoutThoseOfSimulatedDays() {
    Statement real = calculated();
    Statement simulated = calculated();
    execute(
        "update settlement_statement set exchange_id = '%s' where id = '%s'"
            .formatted(Ids.next(), simulated.id()));
    assertEquals(
        List.of(simulated.id(), real.id()),
        bench.asOwner(() -> bench.statements.list(null, false, null, 9)).items().stream()
            .map(Statement::id)
            .toList());
    assertEquals(
        List.of(real.id()),
        bench.asOwner(() -> bench.statements.list(null, true, null, 9)).items().stream()
            .map(Statement::id)
            .toList());
  }

  @Test
  void anotherOrganisation_settlesNothingOfIt() {
    UUID result = result(1);
    award(result, sale, "sell", 1, "", "10", "2.5", "3000", 1, "final");
    Statement own = calculated();
    assertThrows(
        ProblemException.class,
        () -> bench.as(bench.rival, () -> bench.statements.require(own.id())));
    assertEquals(List.of(), bench.as(bench.rival, () -> bench.outside.ofDays(FIRST, FIRST)));
    assertEquals(1, bench.asOwner(() -> bench.outside.ofDays(FIRST, FIRST)).size());
  }

  private Statement calculated() {
    Statement asked = bench.ask(FIRST, FIRST);
    bench.run(asked);
    return bench.kept(asked);
  }

  private Statement finish(Statement statement) {
    return bench.asOwner(() -> bench.statements.finish(statement.id(), statement.version()));
  }

  private List<SettledLine> lines(Statement statement) {
    return bench
        .asOwner(
            () ->
                bench.statements.lines(
                    statement.id(), new LineQuery(plant, FIRST, null, null), null, 1_000))
        .items();
  }

  private List<SettledLine> energy(Statement statement) {
    return lines(statement).stream().filter(line -> line.kind() == LineKind.ENERGY).toList();
  }

  private List<AwardOrigin> origins(Statement statement, SettledLine line) {
    return bench
        .asOwner(() -> bench.statements.origin(statement.id(), plant, FIRST, line.number()))
        .awards();
  }

  private void message(UUID submission) {
    execute(
        """
        insert into exchange_message (id, organization_id, connection_id, submission_id, bid_id,
          auction_id, action, reference, market_code, delivery_day, gate_closes_at, body, state,
          answer, due_at, created_at)
        values ('%s', '%s', '%s', '%s', '%s', '%s', 'submit', 'OB-%s', 'iex-dam', '%s', now(),
          '{}', 'answered', 'held', now(), now())"""
            .formatted(
                Ids.next(),
                organization(),
                connection,
                submission,
                Ids.next(),
                auction,
                submission,
                FIRST));
  }

  private UUID result(int revision) {
    UUID id = Ids.next();
    execute(
        """
        insert into exchange_result (id, organization_id, connection_id, market_code, delivery_day,
          revision, digest, read_at)
        values ('%s', '%s', '%s', 'iex-dam', '%s', %d, '', now())"""
            .formatted(id, organization(), connection, FIRST, revision));
    return id;
  }

  private void award(
      UUID result,
      UUID submission,
      String side,
      int block,
      String blockOrder,
      String megawatts,
      String megawattHours,
      String price,
      int revision,
      String status) {
    SettlementBench.SERVER.execute(
        awarding(
            result,
            submission,
            side,
            block,
            blockOrder,
            megawatts,
            megawattHours,
            price,
            revision,
            status));
  }

  private String awarding(
      UUID result,
      UUID submission,
      String side,
      int block,
      String blockOrder,
      String megawatts,
      String megawattHours,
      String price,
      int revision,
      String status) {
    return WITHOUT_BIDS.formatted(
        """
        insert into exchange_award (result_id, organization_id, auction_id, bid_id, submission_id,
          asset_id, area_code, side, block, block_order, starts_at, offered_mw, awarded_mw,
          awarded_mwh, price, currency, revision, status)
        values ('%s', '%s', '%s', '%s', '%s', '%s', 'W2', '%s', %d, '%s',
          '%s'::timestamp at time zone 'Asia/Kolkata' + %d * interval '15 minutes', 100, %s, %s,
          %s, 'INR', %d, '%s')"""
            .formatted(
                result,
                organization(),
                auction,
                submission,
                submission,
                plant,
                side,
                block,
                blockOrder,
                FIRST,
                block - 1,
                megawatts,
                megawattHours,
                price,
                revision,
                status));
  }

  private void execute(String statement) {
    SettlementBench.SERVER.execute(WITHOUT_BIDS.formatted(statement));
  }

  private String organization() {
    return bench.owner.organization().toString();
  }
}

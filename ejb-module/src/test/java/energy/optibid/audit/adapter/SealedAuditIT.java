package energy.optibid.audit.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditExports.Format;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.ChainState;
import energy.optibid.engine.audit.ChainCheck;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Origin;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealedAuditIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  private static final PostgresAuditTrail TRAIL =
      new PostgresAuditTrail(TRANSACTIONS, TRANSACTIONS);
  private static final PostgresAuditChains CHAINS =
      new PostgresAuditChains(
          TRANSACTIONS, SERVER.systemConnections(), TRANSACTIONS, Clock.systemUTC());
  private static final PostgresAuditExports EXPORTS =
      new PostgresAuditExports(TRANSACTIONS, TRANSACTIONS);

  private final Caller caller = Tenants.create(SERVER);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @SuppressWarnings("NullAway") // opened before each test
  private Connection sealer;

  @BeforeEach
  void open() throws SQLException {
    sealer = SERVER.settings().openAsSystem();
  }

  @AfterEach
  void close() throws SQLException {
    sealer.close();
    threads.shutdownNow();
  }

  @Test
  void anEntry_saysWhoWhatBeforeAfterAndFromWhere() throws SQLException {
    UUID session = Ids.next();
    Caller person =
        new Caller(
            caller.userId(),
            caller.email(),
            caller.organization(),
            caller.permissions(),
            new Origin(session, "203.0.113.9", "Firefox"));
    UUID asset = Ids.next();
    TRANSACTIONS.runAs(
        person,
        () -> TRAIL.record("asset.changed", "asset", asset, price("45.10"), price("46.00")));
    Caller job = Tenancy.jobCaller(caller.organization(), caller.userId());
    TRANSACTIONS.runAs(job, () -> TRAIL.record("run.ended", "clearing_run", asset, price("1")));

    List<AuditEntry> entries = list(AuditQuery.ALL);
    AuditEntry changed = entries.get(1);
    assertEquals("Test user", changed.actorName());
    assertEquals(AuditEntry.ActorKind.USER, changed.actorKind());
    assertEquals(session, changed.session());
    assertEquals("203.0.113.9", changed.address());
    assertEquals("Firefox", changed.userAgent());
    assertEquals(price("45.10"), changed.before());
    assertEquals(price("46.00"), changed.after());
    assertNull(changed.seal());
    assertEquals(AuditEntry.ActorKind.SYSTEM, entries.get(0).actorKind());
    assertNull(entries.get(0).address());

    AuditSealer.sealAll(sealer);
    List<AuditEntry> sealed = list(AuditQuery.ALL);
    assertEquals(2, assertSeal(sealed.get(0)).number());
    assertEquals(1, assertSeal(sealed.get(1)).number());
  }

  @Test
  void search_findsByActorSubjectActionPeriodAndText() {
    UUID asset = Ids.next();
    TRANSACTIONS.runAs(
        caller,
        () -> {
          TRAIL.record("asset.changed", "asset", asset, price("45.10"), price("77.50"));
          TRAIL.record("bid.submitted", "bid", Ids.next(), text("100%_sure"));
        });
    AuditEntry changed = list(AuditQuery.ALL).get(1);
    AuditQuery all = AuditQuery.ALL;
    assertEquals(2, list(query(caller.userId(), null, null, null)).size());
    assertEquals(0, list(query(Ids.next(), null, null, null)).size());
    assertEquals(List.of(changed), list(query(null, asset, null, null)));
    assertEquals(List.of(changed), list(query(null, null, "asset.", null)));
    assertEquals(0, list(query(null, null, "sset", null)).size());
    assertEquals(List.of(changed), list(query(null, null, null, "77.5")));
    assertEquals(1, list(query(null, null, null, "100%_SURE")).size());
    assertEquals(0, list(query(null, null, null, "100x_sure")).size());
    assertEquals(
        List.of(), list(new AuditQuery(null, null, null, null, null, changed.at(), all.text())));
    assertEquals(2, list(new AuditQuery(null, null, null, null, changed.at(), null, null)).size());
    String cursor = TRANSACTIONS.callAs(caller, () -> TRAIL.list(all, null, 1)).nextCursor();
    assertEquals(
        List.of(changed), TRANSACTIONS.callAs(caller, () -> TRAIL.list(all, cursor, 1)).items());
  }

  @Test
  void anEntryThatCommitsLate_isNeitherSkippedNorOvertaken() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    Future<?> slow =
        threads.submit(
            () ->
                TRANSACTIONS.runAs(
                    caller,
                    () -> {
                      TRAIL.record("slow", "test", Ids.next(), price("1"));
                      written.countDown();
                      await(commit);
                    }));
    await(written);
    write("fast");
    AuditSealer.sealAll(sealer);
    assertEquals(0, state().number());
    assertEquals(1, state().waiting(), "the slow entry is not committed, so nobody sees it");
    commit.countDown();
    slow.get();
    AuditSealer.sealAll(sealer);
    assertEquals(2, verified().number());
    assertEquals(0, verified().waiting());
  }

  @Test
  void twentyWritersWhileItIsSealed_oneCompleteChain() throws Exception {
    int each = 40;
    CountDownLatch writing = new CountDownLatch(20);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      writers.add(
          () -> {
            for (int n = 0; n < each; n++) {
              write("entry");
            }
            writing.countDown();
            return null;
          });
    }
    Future<Integer> rival =
        threads.submit(
            () -> {
              try (Connection other = SERVER.settings().openAsSystem()) {
                int sealed = 0;
                while (writing.getCount() > 0) {
                  sealed += AuditSealer.sealAll(other);
                }
                return sealed;
              }
            });
    Future<Integer> mine =
        threads.submit(
            () -> {
              int sealed = 0;
              while (writing.getCount() > 0) {
                sealed += AuditSealer.sealAll(sealer);
              }
              return sealed;
            });
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    int byRival = rival.get();
    int byMe = mine.get();
    assertTrue(byRival == 0 || byMe == 0, "only one of two sealed");
    AuditSealer.sealAll(sealer);

    ChainState state = verified();
    assertEquals(20 * each, state.number());
    Set<Long> numbers = new HashSet<>();
    for (String line : export(Format.JSONL).split("\n")) {
      numbers.add(ChainedEntry.read(line).number());
    }
    assertEquals(LongStream.rangeClosed(1, 20 * each).boxed().collect(Collectors.toSet()), numbers);
  }

  @Test
  void aChangedRow_isFound() throws SQLException {
    chainOfFive();
    tamper("update audit_entry set after = '{\"price\":1}' where id = %s", 3);
    assertBroken(3, "Entry #3 is not what was sealed: its content gives another hash.");
    tamper("update audit_entry set after = '{\"price\":3}' where id = %s", 3);
    assertEquals(5, verified().number());
    tamper("update audit_entry set address = '198.51.100.1' where id = %s", 4);
    assertBroken(4, "Entry #4 is not what was sealed: its content gives another hash.");
  }

  @Test
  void aDeletedRow_isFound() throws SQLException {
    chainOfFive();
    tamper("delete from audit_entry where id = %s", 2);
    assertBroken(2, "Entry #2 was taken away.");
  }

  @Test
  void aRowDeletedWithItsSeal_isFound() throws SQLException {
    chainOfFive();
    tamper("delete from audit_seal where entry_id = %s", 2);
    assertBroken(2, "Entry #2 is missing: #3 comes next.");
  }

  @Test
  void twoSwappedRows_areFound() throws SQLException {
    chainOfFive();
    tamper(
        "update audit_seal set number = case number when 2 then 93 when 3 then 92 else number end"
            + " where organization_id = '"
            + caller.organization()
            + "'",
        1);
    tamper(
        "update audit_seal set number = number - 90 where number > 90 and organization_id = '"
            + caller.organization()
            + "'",
        1);
    assertBroken(2, "Entry #2 is not what was sealed: its content gives another hash.");
  }

  @Test
  void aCutTail_isFoundByTheHead() throws SQLException {
    chainOfFive();
    tamper("delete from audit_seal where entry_id = %s", 5);
    tamper("delete from audit_entry where id = %s", 5);
    assertBroken(5, "The chain ends at #4, its recorded head is #5.");
  }

  @Test
  void anEntryThatNeverEntersTheChain_isFound() throws SQLException {
    chainOfFive();
    write("hidden");
    SERVER.execute(
        "delete from audit_unsealed where organization_id = '" + caller.organization() + "'");
    ChainState state = state(CHAINS::verify);
    assertNotNull(state.verification());
    assertTrue(
        String.valueOf(state.verification().problem()).endsWith("has no seal and waits for none."));
  }

  @Test
  void theApplication_canNeitherChangeNorRemoveWhatIsSealed() throws SQLException {
    chainOfFive();
    for (String change :
        List.of(
            "update audit_entry set action = 'x'",
            "delete from audit_entry",
            "update audit_seal set hash = repeat('0', 64)",
            "delete from audit_seal",
            "insert into audit_seal select organization_id, 6, entry_id, hash, hash from audit_seal",
            "update audit_head set number = 1",
            "delete from audit_head",
            "delete from audit_unsealed",
            "insert into audit_unsealed (entry_id, organization_id) values (gen_random_uuid(),"
                + " gen_random_uuid())",
            "delete from audit_verification",
            "update audit_verification set broken_at = null")) {
      DatabaseException refused =
          assertThrows(
              DatabaseException.class,
              () ->
                  TRANSACTIONS.callAs(
                      caller, () -> TRANSACTIONS.withConnection(c -> Sql.change(c, change))),
              change);
      assertEquals("42501", refused.sqlState(), change);
    }
    for (String change : List.of("update audit_seal set number = 9", "delete from audit_entry")) {
      assertThrows(SQLException.class, () -> Sql.change(sealer, change), change);
    }
  }

  @Test
  void anotherOrganisation_seesNothingOfTheChain() throws SQLException, IOException {
    chainOfFive();
    Caller other = Tenants.create(SERVER);
    assertEquals(0, TRANSACTIONS.callAs(other, CHAINS::state).number());
    assertEquals(
        List.of(), TRANSACTIONS.callAs(other, () -> TRAIL.list(AuditQuery.ALL, null, 10)).items());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Tenancy.runAs(other, () -> write(Format.JSONL, out));
    assertEquals("", out.toString(StandardCharsets.UTF_8));
    for (String table : List.of("audit_seal", "audit_head", "audit_verification")) {
      assertEquals(
          Optional.of(0L),
          TRANSACTIONS.callAs(
              other,
              () ->
                  TRANSACTIONS.withConnection(
                      c -> Sql.first(c, "select count(*) from " + table, row -> row.getLong(1)))),
          table);
    }
  }

  @Test
  void anExportedChain_holdsWithoutTheDatabase() throws SQLException {
    chainOfFive();
    ChainCheck check = ChainCheck.whole();
    for (String line : export(Format.JSONL).split("\n")) {
      assertEquals(Optional.empty(), check.next(ChainedEntry.read(line)), line);
    }
    ChainState state = state();
    assertEquals(Optional.empty(), check.end(state.number(), String.valueOf(state.hash())));
    String[] table = export(Format.CSV).split("\r\n");
    assertEquals(6, table.length);
    assertTrue(table[0].startsWith("number,at,actor"), table[0]);
    assertTrue(table[5].endsWith(String.valueOf(state.hash())), table[5]);
  }

  private void chainOfFive() throws SQLException {
    for (int i = 1; i <= 5; i++) {
      String price = Integer.toString(i);
      TRANSACTIONS.runAs(caller, () -> TRAIL.record("test", "test", Ids.next(), price(price)));
    }
    AuditSealer.sealAll(sealer);
    assertEquals(5, verified().number());
  }

  /** Past every right and every key, as somebody with the server in hand could. */
  private void tamper(String statement, int number) {
    String entry =
        "(select entry_id from audit_seal where number = %d and organization_id = '%s')"
            .formatted(number, caller.organization());
    if (statement.startsWith("delete from audit_entry") && number == 5) {
      entry =
          "(select max(id::text)::uuid from audit_entry where organization_id = '%s')"
              .formatted(caller.organization());
    }
    SERVER.execute(
        "set session_replication_role = replica; "
            + statement.formatted(entry)
            + "; set session_replication_role = origin");
  }

  private void assertBroken(long number, String problem) {
    ChainState.Verification verification = state(CHAINS::verify).verification();
    assertNotNull(verification);
    assertEquals(problem, verification.problem());
    assertEquals(number, verification.brokenAt());
  }

  private ChainState verified() {
    ChainState state = state(CHAINS::verify);
    assertNotNull(state.verification());
    assertNull(state.verification().problem(), state.verification().problem());
    assertEquals(state.number(), state.verification().upTo());
    return state;
  }

  private ChainState state() {
    return state(CHAINS::state);
  }

  private ChainState state(Supplier<ChainState> asked) {
    return TRANSACTIONS.callAs(caller, asked);
  }

  private void write(String action) {
    TRANSACTIONS.runAs(caller, () -> TRAIL.record(action, "test", Ids.next(), price("5")));
  }

  private String export(Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Tenancy.runAs(caller, () -> write(format, out));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(Format format, ByteArrayOutputStream out) {
    try {
      EXPORTS.export(format, AuditQuery.ALL).content().writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<AuditEntry> list(AuditQuery query) {
    return TRANSACTIONS.callAs(caller, () -> TRAIL.list(query, null, 50)).items();
  }

  private static AuditQuery query(
      @Nullable UUID actor,
      @Nullable UUID subject,
      @Nullable String action,
      @Nullable String text) {
    return new AuditQuery(actor, null, subject, action, null, null, text);
  }

  private static AuditEntry.Seal assertSeal(AuditEntry entry) {
    AuditEntry.Seal seal = entry.seal();
    if (seal == null) {
      throw new AssertionError("not sealed: " + entry);
    }
    return seal;
  }

  private static JsonObject price(String price) {
    return Json.createObjectBuilder().add("price", new BigDecimal(price)).build();
  }

  private static JsonObject text(String text) {
    return Json.createObjectBuilder().add("note", text).build();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package energy.optibid.audit.adapter;

import static energy.optibid.audit.adapter.SealedTrail.CHAINS;
import static energy.optibid.audit.adapter.SealedTrail.SERVER;
import static energy.optibid.audit.adapter.SealedTrail.TRAIL;
import static energy.optibid.audit.adapter.SealedTrail.TRANSACTIONS;
import static energy.optibid.audit.adapter.SealedTrail.price;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditExports.Format;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.ChainState;
import energy.optibid.engine.audit.ChainCheck;
import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Origin;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the trail: entries found, shown and exported, by their organisation alone. */
class AuditReadingIT {
  @SuppressWarnings("NullAway") // opened before each test
  private SealedTrail trail;

  @BeforeEach
  void open() throws SQLException {
    trail = SealedTrail.open();
  }

  @AfterEach
  void close() throws SQLException {
    trail.close();
  }

  @Test
  void anEntry_saysWhoWhatBeforeAfterAndFromWhere() throws SQLException {
    UUID session = Ids.next();
    Caller person =
        new Caller(
            trail.caller.userId(),
            trail.caller.email(),
            trail.caller.organization(),
            trail.caller.permissions(),
            new Origin(session, "203.0.113.9", "Firefox"));
    UUID asset = Ids.next();
    TRANSACTIONS.runAs(
        person,
        () -> TRAIL.record("asset.changed", "asset", asset, price("45.10"), price("46.00")));
    Caller job = Tenancy.jobCaller(trail.caller.organization(), trail.caller.userId());
    TRANSACTIONS.runAs(job, () -> TRAIL.record("run.ended", "clearing_run", asset, price("1")));

    List<AuditEntry> entries = trail.list(AuditQuery.ALL);
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

    AuditSealer.sealAll(trail.sealer);
    List<AuditEntry> sealed = trail.list(AuditQuery.ALL);
    assertEquals(2, assertSeal(sealed.get(0)).number());
    assertEquals(1, assertSeal(sealed.get(1)).number());
  }

  @Test
  void search_findsByActorSubjectActionPeriodAndText() {
    UUID asset = Ids.next();
    TRANSACTIONS.runAs(
        trail.caller,
        () -> {
          TRAIL.record("asset.changed", "asset", asset, price("45.10"), price("77.50"));
          TRAIL.record("bid.submitted", "bid", Ids.next(), text("100%_sure"));
        });
    AuditEntry changed = trail.list(AuditQuery.ALL).get(1);
    AuditQuery all = AuditQuery.ALL;
    assertEquals(2, trail.list(query(trail.caller.userId(), null, null, null)).size());
    assertEquals(0, trail.list(query(Ids.next(), null, null, null)).size());
    assertEquals(List.of(changed), trail.list(query(null, asset, null, null)));
    assertEquals(List.of(changed), trail.list(query(null, null, "asset.", null)));
    assertEquals(0, trail.list(query(null, null, "sset", null)).size());
    assertEquals(List.of(changed), trail.list(query(null, null, null, "77.5")));
    assertEquals(1, trail.list(query(null, null, null, "100%_SURE")).size());
    assertEquals(0, trail.list(query(null, null, null, "100x_sure")).size());
    assertEquals(
        List.of(),
        trail.list(new AuditQuery(null, null, null, null, null, changed.at(), all.text())));
    assertEquals(
        2, trail.list(new AuditQuery(null, null, null, null, changed.at(), null, null)).size());
    String cursor = TRANSACTIONS.callAs(trail.caller, () -> TRAIL.list(all, null, 1)).nextCursor();
    assertEquals(
        List.of(changed),
        TRANSACTIONS.callAs(trail.caller, () -> TRAIL.list(all, cursor, 1)).items());
  }

  @Test
  void anotherOrganisation_seesNothingOfTheChain() throws SQLException {
    trail.chainOfFive();
    Caller other = Tenants.create(SERVER);
    assertEquals(0, TRANSACTIONS.callAs(other, CHAINS::state).number());
    assertEquals(
        List.of(), TRANSACTIONS.callAs(other, () -> TRAIL.list(AuditQuery.ALL, null, 10)).items());
    assertEquals("", SealedTrail.exported(other, Format.JSONL));
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
    trail.chainOfFive();
    ChainCheck check = ChainCheck.whole();
    for (String line : trail.export(Format.JSONL).split("\n")) {
      assertEquals(Optional.empty(), check.next(ChainedEntry.read(line)), line);
    }
    ChainState state = trail.state();
    assertEquals(Optional.empty(), check.end(state.number(), String.valueOf(state.hash())));
    String[] table = trail.export(Format.CSV).split("\r\n");
    assertEquals(6, table.length);
    assertTrue(table[0].startsWith("number,at,actor"), table[0]);
    assertTrue(table[5].endsWith(String.valueOf(state.hash())), table[5]);
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

  private static JsonObject text(String text) {
    return Json.createObjectBuilder().add("note", text).build();
  }
}

package energy.optibid.audit.adapter;

import static energy.optibid.audit.adapter.SealedTrail.CHAINS;
import static energy.optibid.audit.adapter.SealedTrail.SERVER;
import static energy.optibid.audit.adapter.SealedTrail.TRANSACTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.ChainState;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Sql;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Changes to what is sealed: refused to the application, found where somebody made them all the
 * same.
 */
class TamperedChainIT {
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
  void aChangedRow_isFound() throws SQLException {
    trail.chainOfFive();
    tamper("update audit_entry set after = '{\"price\":1}' where id = %s", 3);
    assertBroken(3, "Entry #3 is not what was sealed: its content gives another hash.");
    tamper("update audit_entry set after = '{\"price\":3}' where id = %s", 3);
    assertEquals(5, trail.verified().number());
    tamper("update audit_entry set address = '198.51.100.1' where id = %s", 4);
    assertBroken(4, "Entry #4 is not what was sealed: its content gives another hash.");
  }

  @Test
  void aDeletedRow_isFound() throws SQLException {
    trail.chainOfFive();
    tamper("delete from audit_entry where id = %s", 2);
    assertBroken(2, "Entry #2 was taken away.");
  }

  @Test
  void aRowDeletedWithItsSeal_isFound() throws SQLException {
    trail.chainOfFive();
    tamper("delete from audit_seal where entry_id = %s", 2);
    assertBroken(2, "Entry #2 is missing: #3 comes next.");
  }

  @Test
  void twoSwappedRows_areFound() throws SQLException {
    trail.chainOfFive();
    tamper(
        "update audit_seal set number = case number when 2 then 93 when 3 then 92 else number end"
            + " where organization_id = '"
            + trail.caller.organization()
            + "'",
        1);
    tamper(
        "update audit_seal set number = number - 90 where number > 90 and organization_id = '"
            + trail.caller.organization()
            + "'",
        1);
    assertBroken(2, "Entry #2 is not what was sealed: its content gives another hash.");
  }

  @Test
  void aCutTail_isFoundByTheHead() throws SQLException {
    trail.chainOfFive();
    tamper("delete from audit_seal where entry_id = %s", 5);
    tamper("delete from audit_entry where id = %s", 5);
    assertBroken(5, "The chain ends at #4, its recorded head is #5.");
  }

  @Test
  void anEntryThatNeverEntersTheChain_isFound() throws SQLException {
    trail.chainOfFive();
    trail.write("hidden");
    SERVER.execute(
        "delete from audit_unsealed where organization_id = '" + trail.caller.organization() + "'");
    ChainState state = trail.state(CHAINS::verify);
    assertNotNull(state.verification());
    assertTrue(
        String.valueOf(state.verification().problem()).endsWith("has no seal and waits for none."));
  }

  @Test
  void theApplication_canNeitherChangeNorRemoveWhatIsSealed() throws SQLException {
    trail.chainOfFive();
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
                      trail.caller, () -> TRANSACTIONS.withConnection(c -> Sql.change(c, change))),
              change);
      assertEquals("42501", refused.sqlState(), change);
    }
    for (String change : List.of("update audit_seal set number = 9", "delete from audit_entry")) {
      assertThrows(SQLException.class, () -> Sql.change(trail.sealer, change), change);
    }
  }

  /** Past every right and every key, as somebody with the server in hand could. */
  private void tamper(String statement, int number) {
    String entry =
        "(select entry_id from audit_seal where number = %d and organization_id = '%s')"
            .formatted(number, trail.caller.organization());
    if (statement.startsWith("delete from audit_entry") && number == 5) {
      entry =
          "(select max(id::text)::uuid from audit_entry where organization_id = '%s')"
              .formatted(trail.caller.organization());
    }
    SERVER.execute(
        "set session_replication_role = replica; "
            + statement.formatted(entry)
            + "; set session_replication_role = origin");
  }

  private void assertBroken(long number, String problem) {
    ChainState.Verification verification = trail.state(CHAINS::verify).verification();
    assertNotNull(verification);
    assertEquals(problem, verification.problem());
    assertEquals(number, verification.brokenAt());
  }
}

package energy.optibid.identity.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.identity.domain.Account;
import energy.optibid.identity.domain.SessionRules;
import energy.optibid.identity.domain.Sessions;
import energy.optibid.outbox.DatabaseSignals;
import energy.optibid.shared.SystemConnections;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class RevokedSessionsIT {
  private static final PostgresServer SERVER = PostgresServer.shared();
  private static final SystemConnections SYSTEM = SERVER.systemConnections();
  private static final PostgresAccounts ACCOUNTS = new PostgresAccounts(SYSTEM);

  private final SettableClock clock = new SettableClock(Instant.now());
  private final NodeRevokedSessions here = new NodeRevokedSessions(SYSTEM, clock);
  private final NodeRevokedSessions there = new NodeRevokedSessions(SYSTEM, clock);
  private final PostgresSessions sessions = new PostgresSessions(SYSTEM, here);

  @BeforeAll
  static void demoAccounts() {
    new DemoAccounts(SYSTEM, ACCOUNTS, new BcryptPasswords(4)).load("optibid-demo");
  }

  private static Account account(String email) {
    return ACCOUNTS.byEmail(email).orElseThrow();
  }

  private Sessions.Begun begin(String email) {
    return sessions.begin(account(email), clock.instant());
  }

  @Test
  void signedOut_itsTokensAreNoGood_onThisNodeAtOnce_onOthersWhenTold() {
    List<UUID> heard = new ArrayList<>();
    there.onRevoked(heard::add);
    Sessions.Begun begun = begin("trader@demo.optibid.local");
    assertFalse(here.isRevoked(begun.session()));
    sessions.end(begun.refreshToken(), clock.instant());
    assertTrue(here.isRevoked(begun.session()));
    assertFalse(there.isRevoked(begun.session()));
    there.reload();
    there.reload();
    assertTrue(there.isRevoked(begun.session()));
    assertEquals(1, heard.stream().filter(begun.session()::equals).count());
  }

  @Test
  void tokenUsedAgain_endsTheSessionForItsAccessTokensToo() {
    Sessions.Begun begun = begin("trader@demo.optibid.local");
    sessions.rotate(begun.refreshToken(), clock.instant());
    clock.advance(SessionRules.GRACE.plusSeconds(1));
    sessions.rotate(begun.refreshToken(), clock.instant());
    assertTrue(here.isRevoked(begun.session()));
  }

  @Test
  void disabledPerson_hasNoSessionLeft_whoeverDidIt() {
    Sessions.Begun begun = begin("viewer@rival.optibid.local");
    String person = "where id = '" + account("viewer@rival.optibid.local").userId() + "'";
    try {
      SERVER.execute("update app_user set state = 'disabled' " + person);
      here.reload();
      assertTrue(here.isRevoked(begun.session()));
    } finally {
      SERVER.execute("update app_user set state = 'active' " + person);
    }
  }

  @Test
  void endOfASession_isSignalledToEveryNode() throws SQLException {
    Sessions.Begun begun = begin("trader@demo.optibid.local");
    try (Connection listener = SERVER.owner().getConnection()) {
      try (var statement = listener.createStatement()) {
        statement.execute("listen " + DatabaseSignals.REVOKED_SESSIONS);
      }
      sessions.end(begun.refreshToken(), clock.instant());
      PGNotification[] heard = listener.unwrap(PGConnection.class).getNotifications(5_000);
      assertEquals(DatabaseSignals.REVOKED_SESSIONS, heard[0].getName());
    }
  }

  @Test
  void sessionsOfLongAgo_areForgotten() {
    Sessions.Begun begun = begin("trader@demo.optibid.local");
    sessions.end(begun.refreshToken(), clock.instant());
    clock.advance(SessionRules.ACCESS_LIFETIME);
    here.reload();
    assertTrue(here.isRevoked(begun.session()));
    clock.advance(Duration.ofMinutes(3));
    here.reload();
    assertFalse(here.isRevoked(begun.session()));
    there.reload();
    assertFalse(there.isRevoked(begun.session()));
  }
}

package energy.optibid.shared.adapter;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.shared.adapter.DatabaseSettings.Account;
import energy.optibid.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseRolesIT {

  private static final PostgresServer SERVER = PostgresServer.shared();

  @Test
  void anOwnerWhoMayNotMakeRolesIsToldTheSql() throws SQLException {
    SERVER.execute("create role plain_owner login password 'plain' nosuperuser nocreaterole");
    DatabaseSettings settings = with(new Account("plain_owner", "plain"), "absent_app");
    try (Connection owner = settings.openAsOwner()) {
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class, () -> new DatabaseRoles(settings).ensure(owner));
      String message = refused.getMessage();
      assertNotNull(message);
      assertTrue(message.contains("create role \"absent_app\" login nosuperuser"), message);
    }
  }

  @Test
  void anApplicationRoleThatPassesThePoliciesIsRefused() throws SQLException {
    SERVER.execute("create role almighty login superuser");
    DatabaseSettings settings = with(SERVER.settings().owner(), "almighty");
    try (Connection owner = settings.openAsOwner()) {
      assertThrows(IllegalStateException.class, () -> new DatabaseRoles(settings).ensure(owner));
    }
  }

  @Test
  void theOwnerItselfIsRefusedAsApplication() throws SQLException {
    DatabaseSettings settings = with(SERVER.settings().owner(), SERVER.settings().owner().user());
    try (Connection owner = settings.openAsOwner()) {
      assertThrows(IllegalStateException.class, () -> new DatabaseRoles(settings).ensure(owner));
    }
  }

  @Test
  void passwordsAreKeptAsScramVerifiers() throws SQLException {
    DatabaseSettings settings = with(SERVER.settings().owner(), "fresh_app");
    try (Connection owner = settings.openAsOwner()) {
      new DatabaseRoles(settings).ensure(owner);
      try (var statement = owner.createStatement();
          var row =
              statement.executeQuery(
                  "select rolpassword from pg_authid where rolname = 'fresh_app'")) {
        assertTrue(row.next());
        assertTrue(row.getString(1).startsWith("SCRAM-SHA-256$"));
      }
    }
  }

  private static DatabaseSettings with(Account owner, String application) {
    return new DatabaseSettings(
        SERVER.settings().url(),
        owner,
        new Account(application, "first"),
        SERVER.settings().system());
  }
}

package energy.optibid.shared.adapter;

import energy.optibid.shared.adapter.DatabaseSettings.Account;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The two roles that work on the schema without owning any of it.
 *
 * <p>Passwords are set with a verifier computed here, so that neither the migration history nor the
 * database's log ever holds one; setting them at every start makes a changed password take effect.
 */
final class DatabaseRoles {

  private static final String ATTRIBUTES =
      " login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final long LOCK = 0x6f7074_69626964L;

  private final DatabaseSettings settings;

  DatabaseRoles(DatabaseSettings settings) {
    this.settings = settings;
  }

  void ensure(Connection owner) throws SQLException {
    for (Account account : List.of(settings.application(), settings.system())) {
      if (account.user().equals(settings.owner().user())) {
        throw new IllegalStateException(
            "optibid.db: the role %s must not be the owner, row-level security would not hold"
                .formatted(account.user()));
      }
    }
    try (Statement statement = owner.createStatement()) {
      // Roles belong to the whole cluster; two nodes starting at once take turns.
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      try {
        for (Account account : List.of(settings.application(), settings.system())) {
          ensure(owner, account);
        }
      } finally {
        statement.execute("select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private void ensure(Connection owner, Account account) throws SQLException {
    boolean there = exists(owner, account.user());
    try (Statement statement = owner.createStatement()) {
      if (!there) {
        statement.execute("create role " + quoted(account.user()) + ATTRIBUTES);
      }
      owner
          .unwrap(PGConnection.class)
          .alterUserPassword(account.user(), account.password().toCharArray(), "scram-sha-256");
    } catch (SQLException e) {
      if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw e;
      }
      if (!there) {
        throw new IllegalStateException(
            """
            The database role %s is missing and %s may not create it. Have an administrator run:
              create role %s%s password '<optibid.db.app.password or optibid.db.system.password>';
            and start again."""
                .formatted(
                    account.user(), settings.owner().user(), quoted(account.user()), ATTRIBUTES),
            e);
      }
    }
    refuseUnlessHarmless(owner, account.user());
  }

  private static boolean exists(Connection owner, String role) throws SQLException {
    try (PreparedStatement query =
        owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, role);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void refuseUnlessHarmless(Connection owner, String role) throws SQLException {
    try (PreparedStatement query =
        owner.prepareStatement(
            """
            select r.rolsuper or r.rolbypassrls
                or exists (select 1 from pg_class c where c.relowner = r.oid)
            from pg_roles r where r.rolname = ?""")) {
      query.setString(1, role);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next() || rows.getBoolean(1)) {
          throw new IllegalStateException(
              "The database role %s is a superuser, bypasses row-level security or owns tables; "
                      .formatted(role)
                  + "tenants would see one another. Use a plain role.");
        }
      }
    }
  }

  private static String quoted(String role) {
    return '"' + role.replace("\"", "\"\"") + '"';
  }
}

package energy.optibid.launcher.postgres;

import energy.optibid.local.LaunchFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * A login the application uses beside the owner's. It has to exist before the EAR is deployed: the
 * server opens its connection pools then, earlier than the application can migrate anything. What
 * the login may do is the migrations' business.
 *
 * @param role lower-case letters and underscores
 * @param password sent to the database as a SCRAM verifier only
 */
public record DatabaseAccount(String role, String password) {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String ATTRIBUTES =
      " login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication";

  public DatabaseAccount {
    if (!role.matches("[a-z_]+")) {
      throw new IllegalArgumentException("not a plain role name: " + role);
    }
  }

  /**
   * Creates the login where it is missing and sets its password.
   *
   * @throws LaunchFailure with the statement for an administrator when the owner may not create it
   */
  public void ensure(DatabaseUrl database) {
    try (Connection owner =
        DriverManager.getConnection(database.jdbc(), database.user(), database.password())) {
      ensure(owner);
    } catch (SQLException e) {
      throw new LaunchFailure(
          "The database at %s cannot be used (%s); check DATABASE_URL."
              .formatted(database, e.getMessage()),
          e);
    }
  }

  private void ensure(Connection owner) throws SQLException {
    boolean there;
    try (PreparedStatement query =
        owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      query.setString(1, role);
      there = query.executeQuery().next();
    }
    try (Statement statement = owner.createStatement()) {
      if (!there) {
        statement.execute("create role " + role + ATTRIBUTES);
      }
      owner
          .unwrap(PGConnection.class)
          .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    } catch (SQLException e) {
      if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw e;
      }
      if (!there) {
        throw new LaunchFailure(
            "The owner in DATABASE_URL may not create the role %1$s; have an administrator run: create role %1$s%2$s password '…' with the password that secrets/passwords.properties has for it."
                .formatted(role, ATTRIBUTES),
            e);
      }
    }
  }
}

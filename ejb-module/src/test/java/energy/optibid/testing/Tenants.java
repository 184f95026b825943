package energy.optibid.testing;

import energy.optibid.identity.Permissions;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Fresh organisations, so that tests on the shared server do not meet. */
public final class Tenants {

  private Tenants() {}

  /** A new organisation with one member; the caller is that member with every permission. */
  public static Caller create(PostgresServer server) {
    UUID user = Ids.next();
    UUID organization = Ids.next();
    String slug = "t-" + organization.toString().substring(9, 35);
    String email = "user@" + slug + ".test";
    server
        .systemConnections()
        .inTransaction(
            connection -> {
              insert(
                  connection,
                  "insert into organization (id, name, slug) values (?, ?, ?)",
                  organization,
                  slug,
                  slug);
              insert(
                  connection,
                  "insert into app_user (id, email, display_name) values (?, ?, ?)",
                  user,
                  email,
                  "Test user");
              insert(
                  connection,
                  "insert into membership (id, organization_id, user_id, role)"
                      + " values (?, ?, ?, 'owner')",
                  Ids.next(),
                  organization,
                  user);
              return user;
            });
    return new Caller(user, email, new OrganizationId(organization), Permissions.ALL);
  }

  private static void insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}

package energy.optibid.identity.adapter;

import energy.optibid.identity.DemoOrganizations;
import energy.optibid.identity.Role;
import energy.optibid.identity.domain.Account;
import energy.optibid.identity.domain.Accounts;
import energy.optibid.identity.domain.Passwords;
import energy.optibid.shared.Ids;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two organisations with a user of each everyday role, and the platform with its market operator.
 * Loading again changes nothing, except that the password follows its setting: one that was changed
 * must not leave the old one valid.
 */
@Dependent
public class DemoAccounts {

  private static final List<Role> ROLES =
      List.of(Role.OWNER, Role.ADMIN, Role.TRADER, Role.ANALYST, Role.VIEWER);

  private static final List<Role> PLATFORM_ROLES = List.of(Role.MARKET_OPERATOR);

  private final SystemConnections connections;
  private final Accounts accounts;
  private final Passwords passwords;

  @Inject
  public DemoAccounts(SystemConnections connections, Accounts accounts, Passwords passwords) {
    this.connections = connections;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  public void load(String password) {
    Optional<Account> last =
        accounts.byEmail(email(Role.MARKET_OPERATOR, DemoOrganizations.PLATFORM));
    if (last.isPresent() && passwords.matches(password, last.get().passwordHash())) {
      return;
    }
    // One digest for all: the password is known to everybody anyway, and ten digests take seconds.
    String hash = passwords.hash(password);
    connections.inTransaction(
        connection -> {
          for (DemoOrganizations organization : DemoOrganizations.values()) {
            load(connection, organization, hash);
          }
          return hash;
        });
  }

  private static void load(Connection connection, DemoOrganizations organization, String hash)
      throws SQLException {
    run(
        connection,
        "insert into organization (id, name, slug) values (?, ?, ?) on conflict do nothing",
        organization.id().value(),
        organization.displayName(),
        organization.slug());
    for (Role role : organization == DemoOrganizations.PLATFORM ? PLATFORM_ROLES : ROLES) {
      String email = email(role, organization);
      String name =
          role.slug().substring(0, 1).toUpperCase(Locale.ROOT)
              + role.slug().substring(1).replace('_', ' ')
              + " of "
              + organization.displayName();
      run(
          connection,
          """
          insert into app_user (id, email, display_name) values (?, ?, ?)
          on conflict do nothing""",
          Ids.next(),
          email,
          name);
      run(
          connection,
          """
          insert into membership (id, organization_id, user_id, role)
          select ?, ?, id, ? from app_user where email = ? on conflict do nothing""",
          Ids.next(),
          organization.id().value(),
          role.slug(),
          email);
      run(
          connection,
          """
          insert into credential (user_id, password_hash)
          select id, ? from app_user where email = ?
          on conflict (user_id) do update
            set password_hash = excluded.password_hash, changed_at = now()""",
          hash,
          email);
    }
  }

  private static String email(Role role, DemoOrganizations organization) {
    return (role == Role.MARKET_OPERATOR ? "market" : role.slug()) + "@" + organization.domain();
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}

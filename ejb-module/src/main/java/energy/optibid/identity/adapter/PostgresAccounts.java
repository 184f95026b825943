package energy.optibid.identity.adapter;

import energy.optibid.identity.Role;
import energy.optibid.identity.domain.Account;
import energy.optibid.identity.domain.Accounts;
import energy.optibid.identity.domain.Lockout;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Accounts by the system role. */
@ApplicationScoped
@Typed(Accounts.class)
public class PostgresAccounts implements Accounts {

  static final String ACCOUNT =
      """
      select u.id, u.email, m.organization_id, m.role, c.password_hash
      from app_user u
        join membership m on m.user_id = u.id
        join credential c on c.user_id = u.id
      where u.state = 'active' and\s""";

  private final SystemConnections connections;

  @Inject
  public PostgresAccounts(SystemConnections connections) {
    this.connections = connections;
  }

  @Override
  public Optional<Account> byEmail(String email) {
    return connections.inTransaction(
        connection -> {
          try (var query =
              connection.prepareStatement(ACCOUNT + "u.email = ? order by m.id limit 1")) {
            query.setString(1, email);
            return read(query);
          }
        });
  }

  @Override
  public Optional<Account> byId(UUID userId, OrganizationId organization) {
    return connections.inTransaction(connection -> byId(connection, userId, organization.value()));
  }

  static Optional<Account> byId(Connection connection, UUID userId, UUID organization)
      throws SQLException {
    try (var query = connection.prepareStatement(ACCOUNT + "u.id = ? and m.organization_id = ?")) {
      query.setObject(1, userId);
      query.setObject(2, organization);
      return read(query);
    }
  }

  @Override
  public Lockout beginAttempt(String email, Instant now) {
    return connections.inTransaction(
        connection -> {
          // The row first, so that attempts at the same time take turns on it.
          try (var insert =
              connection.prepareStatement(
                  """
                  insert into login_attempt (email, failures, last_at) values (?, 0, ?)
                  on conflict do nothing""")) {
            insert.setString(1, email);
            insert.setObject(2, utc(now));
            insert.executeUpdate();
          }
          Lockout before = lockedRow(connection, email, now);
          if (before.remaining(now).isEmpty()) {
            save(connection, email, before.afterFailure(now));
          }
          return before;
        });
  }

  @Override
  public void forgive(String email) {
    connections.inTransaction(
        connection -> {
          try (var delete =
              connection.prepareStatement("delete from login_attempt where email = ?")) {
            delete.setString(1, email);
            return delete.executeUpdate();
          }
        });
  }

  private static Lockout lockedRow(Connection connection, String email, Instant now)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select failures, last_at, locked_until from login_attempt
            where email = ? for update""")) {
      query.setString(1, email);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          // forgiven between the two statements
          return Lockout.none(now);
        }
        OffsetDateTime until = row.getObject("locked_until", OffsetDateTime.class);
        return new Lockout(
            row.getInt("failures"),
            row.getObject("last_at", OffsetDateTime.class).toInstant(),
            until == null ? null : until.toInstant());
      }
    }
  }

  private static void save(Connection connection, String email, Lockout lockout)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            insert into login_attempt (email, failures, last_at, locked_until)
            values (?, ?, ?, ?)
            on conflict (email) do update set failures = excluded.failures,
              last_at = excluded.last_at, locked_until = excluded.locked_until""")) {
      Instant until = lockout.lockedUntil();
      update.setString(1, email);
      update.setInt(2, lockout.failures());
      update.setObject(3, utc(lockout.lastAt()));
      update.setObject(4, until == null ? null : utc(until));
      update.executeUpdate();
    }
  }

  private static Optional<Account> read(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new Account(
              row.getObject("id", UUID.class),
              row.getString("email"),
              new OrganizationId(row.getObject("organization_id", UUID.class)),
              Role.of(row.getString("role")),
              row.getString("password_hash")));
    }
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

package energy.optibid.identity.adapter;

import static energy.optibid.identity.adapter.PostgresAccounts.utc;

import energy.optibid.identity.domain.Account;
import energy.optibid.identity.domain.SessionRevocations;
import energy.optibid.identity.domain.SessionRules;
import energy.optibid.identity.domain.Sessions;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Sha256;
import energy.optibid.shared.SystemConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions in PostgreSQL: 256-bit random tokens of which only the SHA-256 is stored. */
@ApplicationScoped
@Typed(Sessions.class)
public class PostgresSessions implements Sessions {

  private final SystemConnections connections;
  private final SessionRevocations revocations;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public PostgresSessions(SystemConnections connections, SessionRevocations revocations) {
    this.connections = connections;
    this.revocations = revocations;
  }

  @Override
  public Begun begin(Account account, Instant now) {
    UUID session = Ids.next();
    Instant sessionEnds = now.plus(SessionRules.SESSION_LIFETIME);
    return connections.inTransaction(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  insert into session (id, user_id, organization_id, created_at, expires_at)
                  values (?, ?, ?, ?, ?)""")) {
            insert.setObject(1, session);
            insert.setObject(2, account.userId());
            insert.setObject(3, account.organization().value());
            insert.setObject(4, utc(now));
            insert.setObject(5, utc(sessionEnds));
            insert.executeUpdate();
          }
          return new Begun(session, issue(connection, session, now, sessionEnds).text());
        });
  }

  @Override
  public Optional<Rotated> rotate(String token, Instant now) {
    return telling(
        now,
        (connection, ended) -> {
          Row row = find(connection, token);
          if (row == null) {
            return Optional.empty();
          }
          return switch (SessionRules.judge(row.usedAt(), row.expiresAt(), now)) {
            case EXPIRED -> Optional.empty();
            case STOLEN -> {
              revoke(connection, row.session(), "reuse", now, ended);
              yield Optional.empty();
            }
            case ROTATE -> exchange(connection, row, token, now, ended);
          };
        });
  }

  @Override
  public Optional<Ended> end(String token, Instant now) {
    return telling(
        now,
        (connection, ended) -> {
          Row row = find(connection, token);
          if (row == null) {
            return Optional.empty();
          }
          revoke(connection, row.session(), "logout", now, ended);
          return PostgresAccounts.byId(connection, row.userId(), row.organization())
              .map(account -> new Ended(account, row.session()));
        });
  }

  /** Runs the work in a transaction; what it ended is told when that is committed. */
  @Override
  public Optional<Ended> end(UUID session, Instant now) {
    return telling(
        now,
        (connection, ended) -> {
          Optional<Account> account = goingOn(connection, session);
          if (account.isPresent()) {
            revoke(connection, session, "logout", now, ended);
          }
          return account.map(found -> new Ended(found, session));
        });
  }

  private static Optional<Account> goingOn(Connection connection, UUID session)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select user_id, organization_id from session
            where id = ? and revoked_at is null for update""")) {
      query.setObject(1, session);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? PostgresAccounts.byId(
                connection,
                row.getObject("user_id", UUID.class),
                row.getObject("organization_id", UUID.class))
            : Optional.empty();
      }
    }
  }

  private <T> Optional<T> telling(Instant now, Work<T> work) {
    List<UUID> ended = new ArrayList<>();
    Optional<T> answer = connections.inTransaction(connection -> work.in(connection, ended));
    ended.forEach(session -> revocations.revoked(session, now));
    return answer;
  }

  private interface Work<T> {
    Optional<T> in(Connection connection, List<UUID> ended) throws SQLException;
  }

  private Optional<Rotated> exchange(
      Connection connection, Row row, String token, Instant now, List<UUID> ended)
      throws SQLException {
    Optional<Account> account = PostgresAccounts.byId(connection, row.userId(), row.organization());
    if (account.isEmpty()) {
      revoke(connection, row.session(), "disabled", now, ended);
      return Optional.empty();
    }
    try (var update =
        connection.prepareStatement(
            "update refresh_token set used_at = coalesce(used_at, ?) where token_hash = ?")) {
      update.setObject(1, utc(now));
      update.setBytes(2, Sha256.of(token));
      update.executeUpdate();
    }
    Issued issued = issue(connection, row.session(), now, row.sessionEnds());
    return Optional.of(
        new Rotated(account.get(), row.session(), issued.text(), issued.expiresAt()));
  }

  private Issued issue(Connection connection, UUID session, Instant now, Instant sessionEnds)
      throws SQLException {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant idleEnds = now.plus(SessionRules.IDLE_LIFETIME);
    Instant expiresAt = idleEnds.isBefore(sessionEnds) ? idleEnds : sessionEnds;
    try (var insert =
        connection.prepareStatement(
            """
            insert into refresh_token (token_hash, session_id, issued_at, expires_at)
            values (?, ?, ?, ?)""")) {
      insert.setBytes(1, Sha256.of(token));
      insert.setObject(2, session);
      insert.setObject(3, utc(now));
      insert.setObject(4, utc(expiresAt));
      insert.executeUpdate();
    }
    return new Issued(token, expiresAt);
  }

  /** Locks the session, so that two exchanges of its tokens take turns; null when there is none. */
  private static @Nullable Row find(Connection connection, String token) throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select s.id, s.user_id, s.organization_id, s.expires_at as session_ends,
              t.used_at, t.expires_at
            from refresh_token t join session s on s.id = t.session_id
            where t.token_hash = ? and s.revoked_at is null for update""")) {
      query.setBytes(1, Sha256.of(token));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        OffsetDateTime usedAt = row.getObject("used_at", OffsetDateTime.class);
        return new Row(
            row.getObject("id", UUID.class),
            row.getObject("user_id", UUID.class),
            row.getObject("organization_id", UUID.class),
            row.getObject("session_ends", OffsetDateTime.class).toInstant(),
            usedAt == null ? null : usedAt.toInstant(),
            row.getObject("expires_at", OffsetDateTime.class).toInstant());
      }
    }
  }

  private static void revoke(
      Connection connection, UUID session, String reason, Instant now, List<UUID> ended)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update session set revoked_at = ?, revoked_because = ?
            where id = ? and revoked_at is null""")) {
      update.setObject(1, utc(now));
      update.setString(2, reason);
      update.setObject(3, session);
      update.executeUpdate();
    }
    ended.add(session);
  }

  private record Issued(String text, Instant expiresAt) {}

  private record Row(
      UUID session,
      UUID userId,
      UUID organization,
      Instant sessionEnds,
      @Nullable Instant usedAt,
      Instant expiresAt) {}
}

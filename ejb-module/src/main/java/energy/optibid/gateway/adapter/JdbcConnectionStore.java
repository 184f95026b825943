package energy.optibid.gateway.adapter;

import static energy.optibid.gateway.adapter.JdbcMessageStore.utc;

import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.ExchangeConnection.Circuit;
import energy.optibid.gateway.ExchangeConnection.State;
import energy.optibid.gateway.domain.CircuitRules;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ValidConnection;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sql;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connections in the tables {@code exchange_connection}, {@code exchange_circuit} and faults. */
@ApplicationScoped
@Typed(ConnectionStore.class)
public class JdbcConnectionStore implements ConnectionStore {
  private static final String VIEW =
      """
      select c.*, k.failures, k.open_until, k.succeeded_at, k.failed_at, k.error,
             (select count(*) from exchange_message m
               where m.connection_id = c.id and m.state <> 'answered') as waiting,
             (select count(*) from exchange_message m
               where m.connection_id = c.id and m.state = 'in_doubt') as in_doubt
        from exchange_connection c left join exchange_circuit k on k.connection_id = c.id
      """;
  private static final String SETTINGS = "select * from exchange_connection ";

  private final TenantConnections connections;
  private final SealedSecrets secrets;
  private final Clock clock;

  @Inject
  public JdbcConnectionStore(TenantConnections connections, SealedSecrets secrets, Clock clock) {
    this.connections = connections;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public List<ExchangeConnection> list(@Nullable UUID after, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                VIEW + " where ?::uuid is null or c.id > ?::uuid order by c.id limit ?",
                this::view,
                after,
                after,
                limit));
  }

  @Override
  public Optional<ExchangeConnection> find(UUID id) {
    return connections.withConnection(
        connection -> Sql.first(connection, VIEW + " where c.id = ?", this::view, id));
  }

  @Override
  public Optional<ConnectionSettings> settings(UUID id) {
    return connections.withConnection(
        connection -> Sql.first(connection, SETTINGS + "where id = ?", this::settings, id));
  }

  @Override
  public Optional<ConnectionSettings> toOperator(String operatorCode) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection, SETTINGS + "where operator_code = ?", this::settings, operatorCode));
  }

  @Override
  public String operatorOf(String marketCode) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    "select operator_code from market where code = ?",
                    row -> row.getString(1),
                    marketCode))
        .orElseThrow(() -> ProblemException.notFound("market"));
  }

  @Override
  public void add(UUID id, ValidConnection valid, Instant at) {
    UUID organization = Tenancy.require().organization().value();
    String secret = valid.secret();
    change(
        """
        insert into exchange_connection (id, organization_id, operator_code, kind, enabled,
          member_id, folder, url, secret, timeout_ms, attempts, created_at, version)
        values (?, ?, ?, ?, ?, ?::text, ?::text, ?::text, ?::bytea, ?, ?, ?, 1)""",
        id,
        organization,
        valid.operatorCode(),
        valid.kind().code(),
        valid.enabled(),
        valid.memberId(),
        valid.folder(),
        valid.url(),
        secret == null ? null : secrets.seal(secret, id),
        (int) valid.timeout().toMillis(),
        valid.attempts(),
        utc(at));
    change(
        "insert into exchange_circuit (connection_id, organization_id) values (?, ?)",
        id,
        organization);
  }

  @Override
  public boolean replace(UUID id, long expectedVersion, ValidConnection valid) {
    String secret = valid.secret();
    boolean keeps = secret == null && valid.kind() == ConnectionKind.HTTP;
    return change(
            """
            update exchange_connection set kind = ?, enabled = ?, member_id = ?::text,
              folder = ?::text, url = ?::text,
              secret = case when ? then secret else ?::bytea end,
              timeout_ms = ?, attempts = ?, version = version + 1
             where id = ? and version = ?""",
            valid.kind().code(),
            valid.enabled(),
            valid.memberId(),
            valid.folder(),
            valid.url(),
            keeps,
            secret == null ? null : secrets.seal(secret, id),
            (int) valid.timeout().toMillis(),
            valid.attempts(),
            id,
            expectedVersion)
        == 1;
  }

  @Override
  public boolean delete(UUID id, long expectedVersion) {
    return change(
            "delete from exchange_connection where id = ? and version = ?", id, expectedVersion)
        == 1;
  }

  @Override
  public boolean everUsed(UUID id) {
    return exists("select from exchange_message where connection_id = ?", id);
  }

  @Override
  public boolean inUse(UUID id, Instant now) {
    return exists(
        """
        select from exchange_message m join submission s on s.id = m.submission_id
         where m.connection_id = ?
           and (m.state <> 'answered'
             or s.state in ('acknowledged', 'withdraw_requested') and m.gate_closes_at > ?)""",
        id,
        utc(now));
  }

  private boolean exists(String query, Object... values) {
    return connections.withConnection(
        connection -> Sql.first(connection, query, row -> true, values).isPresent());
  }

  @Override
  public List<ConnectionFault> faults(UUID id, @Nullable UUID before, int limit) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                select id, at, code, subject, message from exchange_fault
                 where connection_id = ? and (?::uuid is null or id < ?::uuid)
                 order by id desc limit ?""",
                row ->
                    new ConnectionFault(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                id,
                before,
                before,
                limit));
  }

  @Override
  public List<Watch> claimFolders(Instant now, Duration lease) {
    return connections.withConnection(
        connection ->
            Sql.rows(
                connection,
                """
                update exchange_circuit k set watched_until = ?
                  from exchange_connection c
                 where c.id = k.connection_id and c.kind = 'file_drop'
                   and (k.watched_until is null or k.watched_until <= ?)
                returning k.connection_id, k.organization_id""",
                row -> new Watch(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                utc(now.plus(lease)),
                utc(now)));
  }

  @Override
  public Figures figures(Instant now) {
    return connections
        .withConnection(
            connection ->
                Sql.first(
                    connection,
                    """
                    select count(*) filter (where c.enabled and c.kind <> 'simulated'),
                           count(*) filter (where c.enabled and k.open_until > ?),
                           (select count(*) from exchange_message where state <> 'answered'),
                           (select count(*) from exchange_message where state = 'in_doubt')
                      from exchange_connection c
                      left join exchange_circuit k on k.connection_id = c.id""",
                    row ->
                        new Figures(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                    utc(now)))
        .orElseThrow();
  }

  private int change(String statement, @Nullable Object... values) {
    return connections.withConnection(connection -> Sql.change(connection, statement, values));
  }

  private ExchangeConnection view(ResultSet row) throws SQLException {
    OffsetDateTime openUntil = row.getObject("open_until", OffsetDateTime.class);
    boolean failing = row.getInt("failures") >= CircuitRules.OPENS_AFTER;
    Circuit circuit =
        openUntil != null && openUntil.toInstant().isAfter(clock.instant())
            ? Circuit.OPEN
            : failing ? Circuit.HALF_OPEN : Circuit.CLOSED;
    return new ExchangeConnection(
        row.getObject("id", UUID.class),
        row.getString("operator_code"),
        ConnectionKind.ofCode(row.getString("kind")),
        row.getBoolean("enabled"),
        row.getString("member_id"),
        row.getString("folder"),
        row.getString("url"),
        row.getBytes("secret") != null,
        row.getInt("timeout_ms"),
        row.getInt("attempts"),
        new State(
            circuit,
            row.getObject("succeeded_at", OffsetDateTime.class),
            row.getObject("failed_at", OffsetDateTime.class),
            row.getString("error"),
            row.getLong("waiting"),
            row.getLong("in_doubt")),
        row.getObject("created_at", OffsetDateTime.class),
        row.getLong("version"));
  }

  private ConnectionSettings settings(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] secret = row.getBytes("secret");
    return new ConnectionSettings(
        id,
        row.getObject("organization_id", UUID.class),
        row.getString("operator_code"),
        ConnectionKind.ofCode(row.getString("kind")),
        row.getBoolean("enabled"),
        orEmpty(row.getString("member_id")),
        orEmpty(row.getString("folder")),
        orEmpty(row.getString("url")),
        secret == null ? "" : secrets.open(secret, id),
        Duration.ofMillis(row.getInt("timeout_ms")),
        row.getInt("attempts"));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

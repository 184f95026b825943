package energy.optibid.testing;

import energy.optibid.shared.Sql;
import energy.optibid.shared.SystemConnections;
import energy.optibid.shared.adapter.DatabaseSettings;
import energy.optibid.shared.adapter.DatabaseSettings.Account;
import energy.optibid.shared.adapter.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An embedded PostgreSQL, started once per JVM on a free port, migrated, and stopped at its end.
 */
public final class PostgresServer {

  private static final Account OWNER = new Account("postgres", "postgres");
  private static final Account APPLICATION = new Account("optibid_app", "app-password");
  private static final Account SYSTEM = new Account("optibid_system", "system-password");

  private final DatabaseSettings settings;

  private PostgresServer(DatabaseSettings settings) {
    this.settings = settings;
  }

  /** The shared server of this JVM. */
  public static PostgresServer shared() {
    return Holder.SHARED;
  }

  /** The one another process of the test has started. */
  public static PostgresServer at(String url) {
    return new PostgresServer(settings(url));
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, OWNER, APPLICATION, SYSTEM);
  }

  public DatabaseSettings settings() {
    return settings;
  }

  /** As the owner of the schema, past every policy; to prepare and to look behind the scenes. */
  public DataSource owner() {
    return dataSource(settings.owner());
  }

  /** As the application: bound by row-level security. */
  public DataSource application() {
    return dataSource(settings.application());
  }

  /** As the platform's system role. */
  public DataSource system() {
    return dataSource(settings.system());
  }

  /** The system gate as the server has it. */
  public SystemConnections systemConnections() {
    return new LocalSystemConnections(system());
  }

  /** The tenant gate and transactions as the server has them, on plain JDBC. */
  public LocalTransactions transactions() {
    return new LocalTransactions(application());
  }

  /** Runs statements as the owner. */
  public void execute(String sql) {
    try (Connection connection = owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether a session waits for a lock.
   *
   * @param kind of lock, as in {@code pg_locks.locktype}
   */
  public boolean someoneWaits(String kind) {
    return systemConnections()
        .inTransaction(
            connection ->
                Sql.first(
                    connection,
                    "select exists (select from pg_locks where not granted and locktype = ?)",
                    row -> row.getBoolean(1),
                    kind))
        .orElseThrow();
  }

  private DataSource dataSource(Account account) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(settings.url());
    dataSource.setUser(account.user());
    dataSource.setPassword(account.password());
    return dataSource;
  }

  private static final class Holder {

    static final PostgresServer SHARED = start();

    private static PostgresServer start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        DatabaseSettings settings =
            settings("jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort()));
        new Migrations(settings).run();
        return new PostgresServer(settings);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

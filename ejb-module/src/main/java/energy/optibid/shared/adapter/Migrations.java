package energy.optibid.shared.adapter;

import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.adapter.DatabaseSettings.Account;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Roles first, then the schema, both as the owner of the database. */
public final class Migrations {

  private static final int CONNECT_RETRIES = 60;

  private final DatabaseSettings settings;

  public Migrations(DatabaseSettings settings) {
    this.settings = settings;
  }

  /**
   * Waits for the database (a minute with Flyway's growing pauses), makes the roles and migrates.
   *
   * @return how many migrations were applied
   * @throws IllegalStateException when the owner may not make the roles; says the SQL to run
   */
  public int run() {
    Account owner = settings.owner();
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(settings.url(), owner.user(), owner.password())
            .locations("classpath:db/migration")
            .outputQueryResults(false)
            .connectRetries(CONNECT_RETRIES)
            .connectRetriesInterval(2)
            .placeholders(
                Map.of(
                    "app_role", settings.application().user(),
                    "system_role", settings.system().user()))
            .load();
    // Flyway's own call waits for the database, so that the roles find it awake.
    flyway.info();
    try (Connection connection = settings.openAsOwner()) {
      new DatabaseRoles(settings).ensure(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    return flyway.migrate().migrationsExecuted;
  }
}

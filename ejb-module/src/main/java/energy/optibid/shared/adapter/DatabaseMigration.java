package energy.optibid.shared.adapter;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Brings the database up to date before anything else starts; other start-up singletons name it in
 * {@code @DependsOn("DatabaseMigration")}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
    name = "java:app/jdbc/optibid",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=optibid.db.url}",
    user = "${MPCONFIG=optibid.db.app.user}",
    password = "${MPCONFIG=optibid.db.app.password}",
    properties = {
      DatabaseMigration.VALIDATE,
      DatabaseMigration.BY_CLASS,
      DatabaseMigration.VALIDATION_CLASS,
      DatabaseMigration.VALIDATE_AT_MOST,
      DatabaseMigration.LONGEST_WAIT,
      DatabaseMigration.OPTIONS,
      DatabaseMigration.SESSION_NAME
    },
    minPoolSize = 1,
    maxPoolSize = 32)
@DataSourceDefinition(
    name = "java:app/jdbc/optibid-system",
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${MPCONFIG=optibid.db.url}",
    user = "${MPCONFIG=optibid.db.system.user}",
    password = "${MPCONFIG=optibid.db.system.password}",
    properties = {
      DatabaseMigration.VALIDATE,
      DatabaseMigration.BY_CLASS,
      DatabaseMigration.VALIDATION_CLASS,
      DatabaseMigration.VALIDATE_AT_MOST,
      DatabaseMigration.LONGEST_WAIT,
      DatabaseMigration.OPTIONS,
      DatabaseMigration.SESSION_NAME
    },
    transactional = false,
    minPoolSize = 1,
    maxPoolSize = 16)
public class DatabaseMigration {

  // A restarted database leaves dead connections behind; each is tried before it is handed out,
  // a busy one at most once a second.
  static final String VALIDATE = "fish.payara.is-connection-validation-required=true";
  static final String BY_CLASS = "fish.payara.connection-validation-method=custom-validation";
  static final String VALIDATION_CLASS =
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.PostgresConnectionValidation";
  static final String VALIDATE_AT_MOST = "fish.payara.validate-atmost-once-period-in-seconds=1";
  static final String LONGEST_WAIT = "fish.payara.max-wait-time-in-millis=10000";
  static final String OPTIONS = "options=" + DatabaseSettings.GONE_CLIENT;
  static final String SESSION_NAME = "applicationName=${MPCONFIG=optibid.node}";

  private static final Logger LOG = Logger.getLogger(DatabaseMigration.class.getName());
  private static boolean done;

  @PostConstruct
  void migrate() {
    once();
  }

  /**
   * Migrates unless this deployment has done it already. The server opens the persistence unit
   * before it starts any bean, and needs the application's role for that; whoever comes first
   * migrates.
   */
  static synchronized void once() {
    if (done) {
      return;
    }
    int applied = new Migrations(DatabaseSettings.from(ConfigProvider.getConfig())).run();
    LOG.log(Level.INFO, "database is up to date, {0} migration(s) applied", applied);
    done = true;
  }
}

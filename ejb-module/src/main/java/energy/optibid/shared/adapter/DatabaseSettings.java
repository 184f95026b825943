package energy.optibid.shared.adapter;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who works on it: {@code optibid.db.url} (JDBC), and user and password
 * of the owner (migrations), of the application and of the system role.
 */
public record DatabaseSettings(String url, Account owner, Account application, Account system) {

  /**
   * What each session asks of the database: to notice soon that its server is gone, also in the
   * middle of a statement, and to give its locks to the next one. A killed process is missed within
   * a second, a host that lost its power within 25.
   */
  static final String GONE_CLIENT =
      "-c client_connection_check_interval=1s"
          + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

  /** A database role that can sign in. */
  public record Account(String user, String password) {

    @Override
    public String toString() {
      return user;
    }
  }

  public static DatabaseSettings from(Config config) {
    return new DatabaseSettings(
        config.getValue("optibid.db.url", String.class),
        account(config, "owner"),
        account(config, "app"),
        account(config, "system"));
  }

  /** A connection of its own for migrations; the caller closes it. */
  Connection openAsOwner() throws SQLException {
    return dataSource(owner).getConnection();
  }

  /**
   * A connection of its own for listening; the caller closes it. A database that stays silent for
   * half a minute counts as gone.
   */
  public Connection openAsSystem() throws SQLException {
    PGSimpleDataSource dataSource = dataSource(system);
    dataSource.setApplicationName("optibid-relay");
    dataSource.setTcpKeepAlive(true);
    dataSource.setConnectTimeout(10);
    dataSource.setSocketTimeout(30);
    return dataSource.getConnection();
  }

  private PGSimpleDataSource dataSource(Account account) {
    // Not by DriverManager: it does not see a driver that lies in the EAR.
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(account.user());
    dataSource.setPassword(account.password());
    dataSource.setOptions(GONE_CLIENT);
    return dataSource;
  }

  private static Account account(Config config, String role) {
    return new Account(
        config.getValue("optibid.db." + role + ".user", String.class),
        config.getValue("optibid.db." + role + ".password", String.class));
  }
}

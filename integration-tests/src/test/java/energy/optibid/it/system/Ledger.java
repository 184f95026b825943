package energy.optibid.it.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** The installation's database as the system role sees it, past every interface. */
final class Ledger {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Properties settings;

  Ledger(KilledInstallation installation) {
    this.settings = installation.settings();
  }

  long count(String sql, Object... values) {
    try (Connection connection = connection();
        PreparedStatement query = prepare(connection, sql, values);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  int change(String sql, Object... values) {
    try (Connection connection = connection();
        PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        settings.getProperty("optibid.db.url"),
        settings.getProperty("optibid.db.system.user"),
        settings.getProperty("optibid.db.system.password"));
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Waits until the query counts nothing. */
  void awaitNone(String what, String sql) {
    Instant end = Instant.now().plus(PATIENCE);
    long left = count(sql);
    while (left > 0) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(left + " " + what + " are left");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      left = count(sql);
    }
  }
}

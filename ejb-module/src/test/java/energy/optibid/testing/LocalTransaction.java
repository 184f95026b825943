package energy.optibid.testing;

import energy.optibid.shared.SqlFunction;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One transaction of a connection of its own. */
final class LocalTransaction {
  private LocalTransaction() {}

  /**
   * Commits, or rolls back before the caller hears of it: a connection that is merely closed lets
   * go of its locks a moment later.
   */
  static <T extends @Nullable Object> T run(Connection connection, SqlFunction<Connection, T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.apply(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done && !connection.isClosed()) {
        connection.rollback();
      }
    }
  }
}

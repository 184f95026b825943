package energy.optibid.shared.adapter;

import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.SystemConnections;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Short transactions of the system role on its own pool, which takes no part in JTA. */
@ApplicationScoped
@Typed(SystemConnections.class)
class PooledSystemConnections implements SystemConnections {

  @Resource(lookup = "java:app/jdbc/optibid-system")
  private DataSource dataSource;

  @Override
  public <T extends @Nullable Object> T inTransaction(SqlFunction<Connection, T> work) {
    return LocalTransaction.run(dataSource, work);
  }

  /** One local JDBC transaction. */
  static final class LocalTransaction {

    private LocalTransaction() {}

    static <T extends @Nullable Object> T run(
        DataSource dataSource, SqlFunction<Connection, T> work) {
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
          T result = work.apply(connection);
          connection.commit();
          done = true;
          return result;
        } finally {
          if (!done) {
            connection.rollback();
          }
          connection.setAutoCommit(true);
        }
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
    }
  }
}

package energy.optibid.testing;

import energy.optibid.shared.Caller;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of the application role without a container: one connection per thread and
 * transaction, the caller's organisation set on it first.
 */
public final class LocalTransactions implements Transactions, TenantConnections {

  private final DataSource application;
  private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

  LocalTransactions(DataSource application) {
    this.application = application;
  }

  /** Runs the work as this caller in a transaction. */
  public <T extends @Nullable Object> T callAs(Caller caller, Supplier<T> work) {
    try {
      return Tenancy.callAs(caller, () -> call(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs the work as this caller in a transaction. */
  public void runAs(Caller caller, Runnable work) {
    Supplier<@Nullable Void> supplier =
        () -> {
          work.run();
          return null;
        };
    callAs(caller, supplier);
  }

  @Override
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    try (Connection connection = application.getConnection()) {
      return LocalTransaction.run(
          connection,
          own -> {
            bind(own);
            current.set(own);
            return work.get();
          });
    } catch (SQLException e) {
      throw new DatabaseException(e);
    } finally {
      current.remove();
    }
  }

  private static void bind(Connection connection) throws SQLException {
    String organization =
        Tenancy.current().map(caller -> caller.organization().toString()).orElse("");
    try (var statement =
        connection.prepareStatement("select set_config('app.organization_id', ?, true)")) {
      statement.setString(1, organization);
      statement.execute();
    }
  }

  @Override
  public <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work) {
    Connection connection = current.get();
    if (connection == null) {
      throw new IllegalStateException("database work belongs in a transaction");
    }
    try {
      return work.apply(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}

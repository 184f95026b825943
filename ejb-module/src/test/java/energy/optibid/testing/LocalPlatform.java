package energy.optibid.testing;

import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.SystemConnections;
import energy.optibid.shared.TenantConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions of the platform without a container: one connection per thread and transaction. */
public final class LocalPlatform implements PlatformTransactions, TenantConnections {
  private final SystemConnections connections;
  private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

  public LocalPlatform(PostgresServer server) {
    this.connections = server.systemConnections();
  }

  @Override
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    if (current.get() != null) {
      throw new IllegalStateException("a transaction of the platform holds no other");
    }
    return connections.inTransaction(
        connection -> {
          current.set(connection);
          try {
            return work.get();
          } finally {
            current.remove();
          }
        });
  }

  /** Whether this thread is in a transaction of the platform. */
  public boolean isOpen() {
    return current.get() != null;
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

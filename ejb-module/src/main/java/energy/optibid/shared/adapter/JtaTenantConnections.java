package energy.optibid.shared.adapter;

import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain JDBC inside the container's transaction, on the very connection EclipseLink uses. */
@ApplicationScoped
@Typed(TenantConnections.class)
class JtaTenantConnections implements TenantConnections {

  @Resource(lookup = "java:app/jdbc/optibid")
  private DataSource dataSource;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry registry;

  @Override
  public <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work) {
    Optional<Connection> platform = PlatformScope.current();
    if (platform.isPresent()) {
      return apply(work, platform.get());
    }
    TenantBinding binding = new TenantBinding(registry);
    if (!binding.insideTransaction()) {
      throw new IllegalStateException("database work belongs in a transaction");
    }
    try (Connection connection = dataSource.getConnection()) {
      binding.bind(connection);
      return work.apply(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static <T extends @Nullable Object> T apply(
      SqlFunction<Connection, T> work, Connection connection) {
    try {
      return work.apply(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}

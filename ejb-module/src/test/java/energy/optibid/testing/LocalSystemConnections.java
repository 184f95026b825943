package energy.optibid.testing;

import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.SystemConnections;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

record LocalSystemConnections(DataSource dataSource) implements SystemConnections {

  @Override
  public <T extends @Nullable Object> T inTransaction(SqlFunction<Connection, T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return LocalTransaction.run(connection, work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}

package energy.optibid.shared;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The one gate for plain JDBC under row-level security.
 *
 * <p>The work runs in the caller's transaction, on its connection, with the caller's organisation
 * set on it first; without a caller the database shows no tenant's row. Do not commit, close or
 * keep the connection. {@code connection.unwrap(PGConnection.class)} gives COPY.
 */
public interface TenantConnections {

  /**
   * @throws IllegalStateException outside a transaction, or when the transaction already belongs to
   *     another organisation
   * @throws DatabaseException when the database refuses
   */
  <T extends @Nullable Object> T withConnection(SqlFunction<Connection, T> work);
}

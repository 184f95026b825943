package energy.optibid.shared;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The gate for the platform's own work across organisations: relay, claiming jobs, signing in,
 * loading market data that all share. Its role sees every organisation, so queries here are narrow
 * and name what they look for.
 */
public interface SystemConnections {

  /**
   * Runs the work in a transaction of its own, apart from any transaction of the caller, and
   * commits it; rolls back when the work throws.
   *
   * @throws DatabaseException when the database refuses
   */
  <T extends @Nullable Object> T inTransaction(SqlFunction<Connection, T> work);
}

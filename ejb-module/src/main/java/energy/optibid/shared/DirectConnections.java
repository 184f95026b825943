package energy.optibid.shared;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections of the system role past any pool and pooler, for LISTEN and session locks. The caller
 * closes them.
 */
@FunctionalInterface
public interface DirectConnections {
  Connection open() throws SQLException;
}

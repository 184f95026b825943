package energy.optibid.shared;

import java.sql.SQLException;

/** The database refused or is not there; rolls the transaction back. */
public class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** Five-character SQLSTATE, for example 23505 for a duplicate key; empty when unknown. */
  public String sqlState() {
    return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
  }
}

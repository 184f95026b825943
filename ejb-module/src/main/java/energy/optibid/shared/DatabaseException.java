package energy.optibid.shared;

import java.sql.SQLException;

/** The database refused or is not there; rolls the transaction back. */
public class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String DEADLOCK = "40P01";
  private static final String NOT_SERIALIZABLE = "40001";

  public DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /**
   * The transaction was given up for another that stood in its way: begun anew, it may go through.
   */
  public boolean lostToAnother() {
    return sqlState().equals(DEADLOCK) || sqlState().equals(NOT_SERIALIZABLE);
  }

  /** Five-character SQLSTATE, for example 23505 for a duplicate key; empty when unknown. */
  public String sqlState() {
    return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
  }
}

package energy.optibid.shared;

import jakarta.resource.ResourceException;
import java.sql.SQLException;

/** The database refused or is not there; rolls the transaction back. */
public class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int DEEPEST_CAUSE = 20;
  private static final String DEADLOCK = "40P01";
  private static final String NOT_SERIALIZABLE = "40001";
  private static final String UNIQUE_VIOLATION = "23505";

  public DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /**
   * The transaction was given up for another that stood in its way: begun anew, it may go through.
   */
  public boolean lostToAnother() {
    return sqlState().equals(DEADLOCK) || sqlState().equals(NOT_SERIALIZABLE);
  }

  /**
   * The database could not be reached: it is away, it is ending or starting, or all connections are
   * taken. Where that happened at the commit nobody knows whether it was done.
   *
   * @param failure whatever was thrown, here or by the persistence provider
   */
  public static boolean isUnreachable(Throwable failure) {
    Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++) {
      if (at instanceof ResourceException || at instanceof SQLException e && isConnection(e)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }

  /** Classes and codes of PostgreSQL's appendix A. */
  private static boolean isConnection(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
  }

  /** Something of that name or number was there, most likely made at the same moment. */
  public boolean isDuplicate() {
    return sqlState().equals(UNIQUE_VIOLATION);
  }

  /** Five-character SQLSTATE, for example 23505 for a duplicate key; empty when unknown. */
  public String sqlState() {
    return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
  }
}

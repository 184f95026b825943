package energy.optibid.assets.adapter;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a refusal of the database means to the caller. */
final class Refusals {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private Refusals() {}

  static RuntimeException ofName(PersistenceException refusal, String name) {
    if (refusal instanceof OptimisticLockException) {
      return new ProblemException(
          ProblemCode.PRECONDITION_FAILED, "Somebody changed it at the same moment.");
    }
    if (hasState(refusal, UNIQUE_VIOLATION)) {
      return new ProblemException(
          ProblemCode.CONFLICT,
          "There is another one of that name.",
          List.of(new Fault("/name", "duplicate", "You have another one called " + name + ".")));
    }
    return refusal;
  }

  static boolean isStillReferred(PersistenceException refusal) {
    return hasState(refusal, FOREIGN_KEY_VIOLATION);
  }

  private static boolean hasState(@Nullable Throwable thrown, String state) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && state.equals(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}

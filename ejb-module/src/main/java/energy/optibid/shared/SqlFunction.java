package energy.optibid.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a connection (or another SQL resource) that may fail in SQL. */
@FunctionalInterface
public interface SqlFunction<A, R extends @Nullable Object> {
  R apply(A argument) throws SQLException;
}

package energy.optibid.analytics.adapter;

import java.util.List;
import java.util.function.Function;

/** Asks a database. */
@FunctionalInterface
interface FactReader {
  <T> List<T> rows(Query query, Function<FactRow, T> row);
}

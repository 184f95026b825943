package energy.optibid.exports.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of an export.
 *
 * @param name what its rows are, one word
 * @param rows made one at a time as they are written; each a cell for every column, of its kind
 */
public record Table(String name, List<Column> columns, Stream<Object[]> rows) {
  public Table {
    columns = List.copyOf(columns);
  }
}

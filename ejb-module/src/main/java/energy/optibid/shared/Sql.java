package energy.optibid.shared;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Plain JDBC in one line: the rows of a query, a change, a COPY. */
public final class Sql {
  private Sql() {}

  /** Every row of a query, in its order. */
  public static <T> List<T> rows(
      Connection connection,
      String query,
      SqlFunction<ResultSet, T> row,
      @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, query, values);
        ResultSet results = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(row.apply(results));
      }
      return rows;
    }
  }

  /** The first row of a query, if there is one. */
  public static <T> Optional<T> first(
      Connection connection,
      String query,
      SqlFunction<ResultSet, T> row,
      @Nullable Object... values)
      throws SQLException {
    return rows(connection, query, row, values).stream().findFirst();
  }

  /** Runs a change and says how many rows it met. */
  public static int change(Connection connection, String statement, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement prepared = prepare(connection, statement, values)) {
      return prepared.executeUpdate();
    }
  }

  /**
   * Sends rows in PostgreSQL's text form of COPY (columns separated by tabs, one row a line).
   *
   * @return how many rows were written
   */
  public static long copy(Connection connection, String copyFromStdin, CharSequence rows)
      throws SQLException {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copyFromStdin, new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new SQLException("COPY was interrupted", e);
    }
  }

  /**
   * Brings rows in PostgreSQL's text form of COPY into a table under row-level security, which COPY
   * refuses to fill: they go through a temporary table of the transaction, and the policies judge
   * them on the way out of it.
   *
   * @param table name of the table
   * @param columns its columns in the order of the rows, separated by commas
   * @return how many rows were written
   */
  public static long copyInto(
      Connection connection, String table, String columns, CharSequence rows) throws SQLException {
    String incoming = "incoming_" + table;
    change(
        connection,
        "create temporary table if not exists %s on commit drop as select %s from %s with no data"
            .formatted(incoming, columns, table));
    copy(connection, "copy %s (%s) from stdin".formatted(incoming, columns), rows);
    int written =
        change(
            connection,
            "insert into %s (%s) select %s from %s".formatted(table, columns, columns, incoming));
    change(connection, "truncate " + incoming);
    return written;
  }

  private static PreparedStatement prepare(
      Connection connection, String text, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}

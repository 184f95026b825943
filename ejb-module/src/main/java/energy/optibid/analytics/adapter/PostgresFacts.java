package energy.optibid.analytics.adapter;

import energy.optibid.analytics.domain.PriceFacts;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Aggregates by PostgreSQL, in the caller's tenancy. */
final class PostgresFacts implements FactReader {
  private final Transactions transactions;
  private final TenantConnections connections;

  private PostgresFacts(Transactions transactions, TenantConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
  }

  static PriceFacts of(Transactions transactions, TenantConnections connections) {
    return new SqlPriceFacts(new PostgresDialect(), new PostgresFacts(transactions, connections));
  }

  @Override
  public <T> List<T> rows(Query query, Function<FactRow, T> row) {
    return transactions.call(
        () ->
            connections.withConnection(
                connection ->
                    Sql.rows(
                        connection,
                        query.text(),
                        results -> row.apply(texts(results)),
                        query.values().toArray())));
  }

  private static FactRow texts(ResultSet results) throws SQLException {
    String[] texts = new String[results.getMetaData().getColumnCount()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = results.getString(i + 1);
    }
    return column -> texts[column - 1];
  }
}

package energy.optibid.market.adapter;

import energy.optibid.shared.SqlFunction;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Work on the tenant's connection, in the transaction under way or in one of its own. */
record TenantTransactions(Transactions transactions, TenantConnections connections) {
  <T extends @Nullable Object> T call(SqlFunction<Connection, T> work) {
    return transactions.call(() -> connections.withConnection(work));
  }
}

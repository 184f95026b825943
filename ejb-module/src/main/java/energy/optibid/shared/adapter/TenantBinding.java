package energy.optibid.shared.adapter;

import energy.optibid.shared.Tenancy;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets the caller's organisation on a transaction's connection, once per JTA transaction. */
final class TenantBinding {

  private static final String SET_ORGANIZATION =
      "select set_config('app.organization_id', ?, true)";
  private static final Object KEY = "optibid.organization";

  private final TransactionSynchronizationRegistry transactions;

  TenantBinding(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  boolean insideTransaction() {
    return transactions.getTransactionKey() != null;
  }

  /**
   * Binds the connection, or does nothing when this transaction is bound already.
   *
   * @throws IllegalStateException when the transaction belongs to another organisation
   */
  void bind(Connection connection) throws SQLException {
    String wanted = organizationOfCaller();
    Object bound = transactions.getResource(KEY);
    if (wanted.equals(bound)) {
      return;
    }
    if (bound != null) {
      throw new IllegalStateException("a transaction belongs to one organisation");
    }
    setOrganization(connection, wanted);
    transactions.putResource(KEY, wanted);
  }

  /** Makes the organisation known to the policies until the transaction ends. */
  static void setOrganization(Connection connection, String organization) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET_ORGANIZATION)) {
      statement.setString(1, organization);
      statement.execute();
    }
  }

  /** Empty when nobody is bound to the thread: the policies then show no tenant's row. */
  static String organizationOfCaller() {
    return Tenancy.current().map(caller -> caller.organization().toString()).orElse("");
  }
}

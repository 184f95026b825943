package energy.optibid.market.adapter;

import energy.optibid.market.PriceVersions;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

/** Versions that the database changes with every price it gets, in the same transaction. */
@ApplicationScoped
@Typed(PriceVersions.class)
public class StoredPriceVersions implements PriceVersions {
  private static final String VERSION =
      "select coalesce(string_agg(version::text, '+' order by organization_id nulls first, version), '')"
          + " from price_version where market_code = ?"
          + " and (organization_id is null or organization_id = (select current_organization()))";

  private final TenantTransactions connections;

  @Inject
  public StoredPriceVersions(Transactions transactions, TenantConnections connections) {
    this.connections = new TenantTransactions(transactions, connections);
  }

  @Override
  public String of(String marketCode) {
    return connections.call(
        connection ->
            Sql.first(connection, VERSION, row -> row.getString(1), marketCode).orElse(""));
  }
}

package energy.optibid.exchange.adapter;

import energy.optibid.identity.DemoOrganizations;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The market operator in whose name the shared exchange's past is cleared. */
@ApplicationScoped
public class MarketOperatorAccount {
  private final TenantConnections connections;

  @Inject
  public MarketOperatorAccount(TenantConnections connections) {
    this.connections = connections;
  }

  /** Part of a transaction of the platform. */
  UUID userId() {
    return connections.withConnection(
        connection ->
            Sql.first(
                    connection,
                    "select user_id from membership where organization_id = ?"
                        + " and role = 'market_operator' limit 1",
                    row -> row.getObject(1, UUID.class),
                    DemoOrganizations.PLATFORM.id().value())
                .orElseThrow());
  }
}

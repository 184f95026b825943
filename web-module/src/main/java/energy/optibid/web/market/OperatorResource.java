package energy.optibid.web.market;

import energy.optibid.identity.Permissions;
import energy.optibid.market.MarketOperator;
import energy.optibid.market.Markets;
import energy.optibid.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The companies that run markets. */
@Path("/operators")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "market")
public class OperatorResource {
  private final Markets markets;

  @Inject
  public OperatorResource(Markets markets) {
    this.markets = markets;
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(operationId = "listOperators", summary = "Every market operator")
  public Page<MarketOperator> list() {
    return new Page<>(markets.operators(), null);
  }
}

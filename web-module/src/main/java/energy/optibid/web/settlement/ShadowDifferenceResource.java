package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.ShadowSettlement;
import energy.optibid.settlement.ShadowSettlements;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** In what compared statements differ. */
@Path("/shadow-settlements/{shadowId}/differences")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
public class ShadowDifferenceResource {
  private final ShadowSettlements shadows;

  @Inject
  public ShadowDifferenceResource(ShadowSettlements shadows) {
    this.shadows = shadows;
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listShadowDifferences",
      summary = "Lines in which two statements differ, and how")
  public Page<ShadowSettlement.Difference> differences(
      @PathParam("shadowId") UUID shadowId, @BeanParam Paging paging) {
    return shadows.differences(shadowId, paging.cursor(), paging.limit());
  }
}

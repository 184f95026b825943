package energy.optibid.web.clearing;

import energy.optibid.clearing.Award;
import energy.optibid.clearing.Awards;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Own awards over auctions and runs. */
@Path("/awards")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "awards", description = "What own bids were given")
public class AwardResource {
  private final Awards awards;

  @Inject
  public AwardResource(Awards awards) {
    this.awards = awards;
  }

  @GET
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "listAwards",
      summary = "Own awards by run, bid and block",
      description = "Without runId, those of the latest cleared run of each auction.")
  public Page<Award> list(
      @QueryParam("auctionId") @Nullable UUID auctionId,
      @QueryParam("bidId") @Nullable UUID bidId,
      @QueryParam("runId") @Nullable UUID runId,
      @BeanParam Paging paging) {
    return awards.list(auctionId, bidId, runId, paging.cursor(), paging.limit());
  }
}

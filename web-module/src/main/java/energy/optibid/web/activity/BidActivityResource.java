package energy.optibid.web.activity;

import energy.optibid.activity.BidActivities;
import energy.optibid.activity.BidActivity;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what to the organisation's bids, and what the auctions did to them. */
@Path("/activity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bids", description = "Bids, their versions and what the venue holds")
public class BidActivityResource {
  private final BidActivities activities;

  @Inject
  public BidActivityResource(BidActivities activities) {
    this.activities = activities;
  }

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(
      operationId = "listBidActivity",
      summary = "What happened to bids, newest first",
      description = "Kept from the events, so a moment behind them; follow channel bids for more.")
  public Page<BidActivity> list(
      @QueryParam("auctionId") @Parameter(description = "Only in this auction")
          @Nullable UUID auctionId,
      @BeanParam Paging paging) {
    return activities.list(auctionId, paging.cursor(), paging.limit());
  }
}

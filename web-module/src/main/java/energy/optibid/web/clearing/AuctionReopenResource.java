package energy.optibid.web.clearing;

import energy.optibid.clearing.ClearingRuns;
import energy.optibid.identity.Permissions;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Opens the gate of a sandbox again. */
@Path("/auctions/{auctionId}/reopen")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "auctions")
public class AuctionReopenResource {
  private final ClearingRuns runs;
  private final Auctions auctions;

  @Inject
  public AuctionReopenResource(ClearingRuns runs, Auctions auctions) {
    this.runs = runs;
    this.auctions = auctions;
  }

  @POST
  @RolesAllowed(Permissions.AUCTIONS_RUN)
  @Operation(
      operationId = "reopenAuction",
      summary = "Open the gate of a sandbox again",
      description = "Bids can be changed; earlier runs and their awards stay as they are.")
  @APIResponseSchema(value = Auction.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "illegal_transition, or a run is under way")
  public Response reopen(
      @PathParam("auctionId") UUID auctionId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    long version = auctions.require(auctionId).version();
    IfMatch.require(ifMatch, version);
    Auction auction = runs.reopen(auctionId, version);
    return Reply.ok(auction).version(auction.version()).response();
  }
}

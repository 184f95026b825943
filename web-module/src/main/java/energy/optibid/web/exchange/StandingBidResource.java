package energy.optibid.web.exchange;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.exchange.StandingBid;
import energy.optibid.exchange.StandingBids;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bids that assets place by themselves in every real-time session of an exchange. */
@Path("/exchanges/{id}/standing-bids")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exchanges")
public class StandingBidResource {
  private final StandingBids standingBids;

  @Inject
  public StandingBidResource(StandingBids standingBids) {
    this.standingBids = standingBids;
  }

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "listStandingBids", summary = "Own standing bids, by asset")
  public Page<StandingBid> list(@PathParam("id") UUID id) {
    return new Page<>(standingBids.list(id), null);
  }

  @PUT
  @Path("/{assetId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.BIDS_SUBMIT)
  @Operation(
      operationId = "putStandingBid",
      summary = "Set an asset's standing bid",
      description =
          "It is placed and submitted as each session's gate opens, from the next one on, unless"
              + " the asset has a bid there already; it can be changed until the gate closes.")
  @APIResponseSchema(StandingBid.class)
  public Response put(
      @PathParam("id") UUID id, @PathParam("assetId") UUID assetId, StandingBidInput input) {
    StandingBid bid =
        standingBids.put(
            id,
            assetId,
            new StandingBids.Input(
                input.areaCode(),
                input.side(),
                input.points() == null ? List.of() : input.points()));
    return Reply.ok(bid).version(bid.version()).response();
  }

  @DELETE
  @Path("/{assetId}")
  @RolesAllowed(Permissions.BIDS_SUBMIT)
  @Operation(operationId = "deleteStandingBid", summary = "End an asset's standing bid")
  @APIResponse(responseCode = "204", description = "It has ended; what it placed stays.")
  public void delete(@PathParam("id") UUID id, @PathParam("assetId") UUID assetId) {
    standingBids.delete(id, assetId);
  }

  /**
   * A standing bid somebody wants.
   *
   * @param points price, currency per MWh, and cumulative quantity, MW
   */
  public record StandingBidInput(
      @Nullable String areaCode, @Nullable BidSide side, @Nullable List<BidDraft.Point> points) {}
}

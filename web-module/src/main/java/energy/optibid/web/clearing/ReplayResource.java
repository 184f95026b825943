package energy.optibid.web.clearing;

import energy.optibid.clearing.Replay;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplaySummary;
import energy.optibid.clearing.Replays;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What would have happened in an auction with other own bids. */
@Path("/auctions/{auctionId}/replays")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "replays", description = "Past auctions cleared again with other own bids")
public class ReplayResource {
  private final Replays replays;
  private final IdempotentAnswers answers;

  @Inject
  public ReplayResource(Replays replays, IdempotentAnswers answers) {
    this.replays = replays;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.REPLAYS_RUN)
  @Operation(
      operationId = "replayAuction",
      summary = "Clear an auction again with other own bids",
      description =
          "Starts from the auction's latest run and changes nothing of it. In a shared auction the"
              + " others take part as one aggregate per area and side, and the answer is marked"
              + " approximate. A change may replace, take out or add block orders by name; they are"
              + " decided afresh with the day. A sweep moves one figure of one bid, or of one of its"
              + " block orders, over a range; it is a job, and its points are in the replay once the"
              + " job has succeeded. Faults are addressed by JSON pointer; those of curves and block"
              + " orders have the codes of validateBid, others are unknown_bid, duplicate_bid, area,"
              + " side, withdraw, required, too_many_changes, unknown_block_order, duplicate_id,"
              + " unknown_change, multiple, positive, range, too_many_points, price_limit,"
              + " quantity_limit.")
  @APIResponseSchema(value = Replay.class, responseCode = "201")
  @APIResponse(
      responseCode = "409",
      description =
          "illegal_transition: not cleared, or shared and not published; conflict: the changed day"
              + " cannot be cleared")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response replay(@PathParam("auctionId") UUID auctionId, ReplayRequest request) {
    return answers.once(
        () -> {
          Replay replay = replays.replay(auctionId, request);
          return Reply.created("/auctions/" + auctionId + "/replays/" + replay.id(), replay);
        });
  }

  @GET
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(operationId = "listReplays", summary = "Replays of an auction, newest first")
  public Page<ReplaySummary> list(
      @PathParam("auctionId") UUID auctionId, @BeanParam Paging paging) {
    return replays.list(auctionId, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{replayId}")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "getReplay",
      summary = "One replay",
      description = "Series have one element per block of the auction, its first block first.")
  public Replay get(@PathParam("auctionId") UUID auctionId, @PathParam("replayId") UUID replayId) {
    return replays.require(auctionId, replayId);
  }
}

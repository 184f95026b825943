package energy.optibid.web.bidding;

import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.identity.Permissions;
import energy.optibid.risk.BidApproval;
import energy.optibid.risk.BidApprovals;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A bid's way from who writes it to who may approve it, and back. */
@Path("/bids/{id}/approval")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bids")
public class BidApprovalResource {
  private final Bidding bidding;
  private final BidApprovals approvals;
  private final IdempotentAnswers answers;

  @Inject
  public BidApprovalResource(Bidding bidding, BidApprovals approvals, IdempotentAnswers answers) {
    this.bidding = bidding;
    this.approvals = approvals;
    this.answers = answers;
  }

  /** Why a bid goes back to the desk. */
  @Schema(name = "BidRejection", requiredProperties = "reason")
  public record Rejection(
      @Schema(description = "For whoever wrote the bid, 1 to 500 characters")
          @Nullable String reason) {}

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "getBidApproval",
      summary = "What an approver should know of the newest version",
      description =
          "What changed since the version at the venue or the last approved one, every limit that"
              + " applies before and with it, and what its curves are worth at the latest known"
              + " prices of its area.")
  public BidApproval get(@PathParam("id") UUID id) {
    Tenancy.require();
    return approvals.of(id);
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "requestBidApproval",
      summary = "Hand the newest version to somebody who may approve it")
  @APIResponseSchema(value = BidView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "gate_closed or illegal_transition")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response request(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answers.once(() -> reply(bidding.requestApproval(id, matched(id, ifMatch))));
  }

  @POST
  @Path("/grant")
  @Idempotent
  @RolesAllowed(Permissions.BIDS_APPROVE)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "approveBid",
      summary = "Approve what waits for approval and put it into the auction")
  @APIResponseSchema(value = BidView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "gate_closed or illegal_transition")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response approve(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answers.once(() -> reply(bidding.approve(id, matched(id, ifMatch))));
  }

  @POST
  @Path("/reject")
  @Idempotent
  @RolesAllowed(Permissions.BIDS_APPROVE)
  @Operation(
      operationId = "rejectBid",
      summary = "Send what waits for approval back to the desk, with the reason")
  @APIResponseSchema(value = BidView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "illegal_transition")
  @APIResponse(responseCode = "422", description = "validation_failed: the reason is missing")
  public Response reject(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Rejection rejection) {
    return answers.once(() -> reply(bidding.reject(id, matched(id, ifMatch), rejection.reason())));
  }

  private static Reply reply(BidView bid) {
    return Reply.ok(bid).version(bid.version());
  }

  /** Not found comes before the version, and the version before the change. */
  private long matched(UUID id, @Nullable String ifMatch) {
    long version = bidding.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }
}

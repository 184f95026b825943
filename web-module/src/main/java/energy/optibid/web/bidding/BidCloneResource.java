package energy.optibid.web.bidding;

import energy.optibid.bidding.BidCopies;
import energy.optibid.bidding.CopiedBid;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A bid's newest version as a new draft. */
@Path("/bids/{id}/clone")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bids")
public class BidCloneResource {
  private final BidCopies copies;
  private final IdempotentAnswers answers;

  @Inject
  public BidCloneResource(BidCopies copies, IdempotentAnswers answers) {
    this.copies = copies;
    this.answers = answers;
  }

  /** Where the clone goes. */
  @Schema(name = "BidClone", requiredProperties = "auctionId")
  public record Clone(
      @Nullable UUID auctionId,
      @Schema(description = "Another asset, in whose area the clone is; the same if left out")
          @Nullable UUID assetId) {}

  @POST
  @Idempotent
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "cloneBid",
      summary = "The newest version as a new draft in an auction",
      description =
          "Blocks are matched by the clock; what the other day has no place for is named in dropped.")
  @APIResponseSchema(value = CopiedBid.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "gate_closed")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response clone(@PathParam("id") UUID id, Clone clone) {
    UUID auctionId = clone.auctionId();
    if (auctionId == null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "Say which auction the clone is for.",
          List.of(new Fault("/auctionId", "required", "Say which auction the clone is for.")));
    }
    return answers.once(
        () -> {
          CopiedBid copy = copies.clone(id, auctionId, clone.assetId());
          return Reply.created("/bids/" + copy.bid().id(), copy).version(copy.bid().version());
        });
  }
}

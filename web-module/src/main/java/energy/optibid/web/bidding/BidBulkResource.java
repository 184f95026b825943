package energy.optibid.web.bidding;

import energy.optibid.bidding.BidCopies;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.BulkEdit;
import energy.optibid.identity.Permissions;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One change of many bids. */
@Path("/bids/bulk")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bids")
public class BidBulkResource {
  private final BidCopies copies;
  private final IdempotentAnswers answers;

  @Inject
  public BidBulkResource(BidCopies copies, IdempotentAnswers answers) {
    this.copies = copies;
    this.answers = answers;
  }

  /** What to change, and in which bids. */
  @Schema(name = "BulkEditInput", requiredProperties = "bids")
  public record Edit(
      @Nullable List<Target> bids,
      @Schema(description = "Blocks in which it is made; every one if left out")
          @Nullable List<Integer> blocks,
      @Schema(description = "Added to every price, currency per MWh")
          @Nullable BigDecimal priceShift,
      @Schema(description = "Added to every price, in percent of its size")
          @Nullable BigDecimal pricePercent,
      @Schema(description = "What every quantity becomes, in percent of what it is")
          @Nullable BigDecimal quantityPercent) {}

  /** A bid as the caller saw it. */
  @Schema(
      name = "BulkEditTarget",
      requiredProperties = {"id", "version"})
  public record Target(
      @Nullable UUID id, @Schema(description = "The number of its ETag") @Nullable Long version) {}

  /** The bids as they are now. */
  @Schema(name = "EditedBids")
  public record EditedBids(List<BidView> items) {}

  @POST
  @Idempotent
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "bulkEditBids",
      summary = "Shift prices and scale quantities of chosen bids and blocks",
      description =
          "Each bid gets a new version, all or none. Prices are rounded half-even to the tick,"
              + " quantities down to the lot; faults are addressed below /bids/{index}.")
  @APIResponseSchema(value = EditedBids.class, responseCode = "200")
  @APIResponse(responseCode = "412", description = "precondition_failed: a bid changed meanwhile")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response edit(Edit edit) {
    List<Target> bids = edit.bids() == null ? List.of() : edit.bids();
    BulkEdit change =
        new BulkEdit(
            bids.stream()
                .map(target -> new BulkEdit.Target(target.id(), target.version()))
                .toList(),
            edit.blocks() == null ? Set.of() : Set.copyOf(edit.blocks()),
            edit.priceShift(),
            edit.pricePercent(),
            edit.quantityPercent());
    return answers.once(() -> Reply.ok(new EditedBids(copies.edit(change))));
  }
}

package energy.optibid.web.bidding;

import energy.optibid.bidding.BidTemplate;
import energy.optibid.bidding.BidTemplates;
import energy.optibid.bidding.CopiedBid;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Contents of bids kept under a name. */
@Path("/bid-templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bid templates", description = "Contents of bids kept under a name")
public class BidTemplateResource {
  private final BidTemplates templates;
  private final IdempotentAnswers answers;

  @Inject
  public BidTemplateResource(BidTemplates templates, IdempotentAnswers answers) {
    this.templates = templates;
    this.answers = answers;
  }

  /** A name and the bid whose newest version it stands for. */
  @Schema(name = "BidTemplateInput", requiredProperties = "name")
  public record Input(
      @Schema(description = "1 to 80 characters, once in the organisation") @Nullable String name,
      @Schema(description = "Needed at first; later, the content stays if left out")
          @Nullable UUID bidId) {}

  /** Where a bid made of the template goes. */
  @Schema(name = "BidTemplateUse", requiredProperties = "auctionId")
  public record Use(
      @Nullable UUID auctionId,
      @Schema(description = "Another asset, in whose area the bid is; the template's if left out")
          @Nullable UUID assetId) {}

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "listBidTemplates", summary = "Templates by name, at most 200")
  public Page<BidTemplate> list() {
    return new Page<>(templates.list(), null);
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "createBidTemplate",
      summary = "Keep a bid's newest version under a name")
  @APIResponseSchema(value = BidTemplate.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "conflict: the name is taken")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response create(Input input) {
    return answers.once(
        () -> {
          BidTemplate template = templates.create(input.name(), input.bidId());
          return Reply.created("/bid-templates/" + template.id(), template)
              .version(template.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "getBidTemplate", summary = "One template")
  @APIResponseSchema(value = BidTemplate.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    BidTemplate template = templates.require(id);
    return Reply.ok(template).version(template.version()).response();
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "replaceBidTemplate",
      summary = "Another name, or the content of a bid's newest version")
  @APIResponseSchema(value = BidTemplate.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "conflict: the name is taken")
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Input input) {
    BidTemplate template = templates.replace(id, matched(id, ifMatch), input.name(), input.bidId());
    return Reply.ok(template).version(template.version()).response();
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(operationId = "deleteBidTemplate", summary = "Forget a template")
  @APIResponse(responseCode = "204", description = "It is gone; bids made of it stay.")
  public void delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    templates.delete(id, matched(id, ifMatch));
  }

  @POST
  @Path("/{id}/apply")
  @Idempotent
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "applyBidTemplate",
      summary = "A new draft of it in an auction",
      description =
          "Blocks are matched by the clock; what the other day has no place for is named in dropped.")
  @APIResponseSchema(value = CopiedBid.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "gate_closed")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response apply(@PathParam("id") UUID id, Use use) {
    UUID auctionId = use.auctionId();
    if (auctionId == null) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "Say which auction the bid is for.",
          List.of(new Fault("/auctionId", "required", "Say which auction the bid is for.")));
    }
    return answers.once(
        () -> {
          CopiedBid copy = templates.apply(id, auctionId, use.assetId());
          return Reply.created("/bids/" + copy.bid().id(), copy).version(copy.bid().version());
        });
  }

  private long matched(UUID id, @Nullable String ifMatch) {
    long version = templates.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }
}

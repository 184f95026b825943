package energy.optibid.web.bidding;

import energy.optibid.bidding.BidDiff;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.BidView;
import energy.optibid.bidding.Bidding;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.Awards;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bids of the organisation. */
@Path("/bids")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bids", description = "Bids, their versions and what the venue holds")
public class BidResource {
  private final Bidding bidding;
  private final Awards awards;
  private final IdempotentAnswers answers;

  @Inject
  public BidResource(Bidding bidding, Awards awards, IdempotentAnswers answers) {
    this.bidding = bidding;
    this.awards = awards;
    this.answers = answers;
  }

  @POST
  @Path("/validate")
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "validateBid",
      summary = "Every fault of a bid, nothing stored",
      description =
          "Faults are addressed by JSON pointer, block and point. Codes: required, unknown_block,"
              + " duplicate_block, too_many_points, tick, lot, price_limit, negative_quantity,"
              + " monotone, capability, area, gate_closed, unknown_auction, unknown_asset; of block"
              + " orders also order_type, name, duplicate_id, positive, ratio, unknown_parent,"
              + " circle, linked_and_exclusive, flexible, too_many_block_orders.")
  public ValidationAnswer validate(BidInput input) {
    List<BidFault> faults = bidding.validate(input.draft());
    return new ValidationAnswer(faults.isEmpty(), faults);
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(operationId = "createBid", summary = "Store a bid as a draft")
  @APIResponseSchema(value = BidView.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "gate_closed")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response create(BidInput input) {
    return answers.once(
        () -> {
          BidView bid = bidding.create(input.draft());
          return Reply.created("/bids/" + bid.id(), bid).version(bid.version());
        });
  }

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "listBids", summary = "Bids, newest first")
  public Page<BidView> list(
      @QueryParam("auctionId") @Parameter(description = "Only of this auction")
          @Nullable UUID auctionId,
      @QueryParam("exchangeId") @Parameter(description = "Only of this exchange's auctions")
          @Nullable UUID exchangeId,
      @QueryParam("marketCode") @Parameter(description = "Only of this market's auctions")
          @Nullable String marketCode,
      @QueryParam("day") @Parameter(description = "Only of auctions that deliver on this day")
          @Nullable LocalDate day,
      @QueryParam("state") @Parameter(description = "Only in this desk state")
          @Nullable BidState state,
      @BeanParam Paging paging) {
    return bidding.list(
        new BidQuery(auctionId, exchangeId, marketCode, day, state),
        paging.cursor(),
        paging.limit());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "getBid", summary = "One bid with its newest version")
  @APIResponseSchema(value = BidView.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    return answer(bidding.require(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "amendBid",
      summary = "Write a new version of a bid",
      description = "What the venue holds stays there until the new version is submitted.")
  @APIResponseSchema(value = BidView.class, responseCode = "200")
  public Response amend(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      BidInput input) {
    long version = matched(id, ifMatch);
    return answer(bidding.amend(id, version, input.draft()));
  }

  @POST
  @Path("/{id}/submit")
  @Idempotent
  @RolesAllowed(Permissions.BIDS_SUBMIT)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "submitBid",
      summary = "Approve the newest version and put it into the auction",
      description = "The answer's submission is acknowledged: it takes part when the gate closes.")
  @APIResponseSchema(value = BidView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "gate_closed or illegal_transition")
  public Response submit(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answers.once(
        () -> {
          BidView bid = bidding.submit(id, matched(id, ifMatch));
          return Reply.ok(bid).version(bid.version());
        });
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Permissions.BIDS_SUBMIT)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "cancelBid",
      summary = "Take a bid back, from the desk and from the venue")
  @APIResponseSchema(value = BidView.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "gate_closed or illegal_transition")
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return answer(bidding.cancel(id, matched(id, ifMatch)));
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "listBidVersions", summary = "Every version, oldest first")
  public BidVersionsAnswer versions(@PathParam("id") UUID id) {
    return new BidVersionsAnswer(bidding.versions(id));
  }

  @GET
  @Path("/{id}/diff")
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(
      operationId = "diffBidVersions",
      summary = "What differs between two versions: fields, points, block orders")
  @APIResponseSchema(value = BidDiff.class, responseCode = "200")
  public BidDiff diff(
      @PathParam("id") UUID id,
      @QueryParam("from")
          @Parameter(description = "The version before; the one before {to} if left out")
          @Nullable Integer from,
      @QueryParam("to") @Parameter(description = "The version after; the newest if left out")
          @Nullable Integer to) {
    return bidding.diff(id, from, to);
  }

  @GET
  @Path("/{id}/awards")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "listBidAwards",
      summary = "What the latest run gave the bid, block by block")
  public Page<Award> awards(@PathParam("id") UUID id) {
    return new Page<>(awards.ofBid(id), null);
  }

  @GET
  @Path("/{id}/block-outcomes")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "listBidBlockOutcomes",
      summary = "What the latest run decided about the bid's block orders, and why")
  public Page<BlockOrderOutcome> blockOutcomes(@PathParam("id") UUID id) {
    return new Page<>(awards.blockOrdersOfBid(id), null);
  }

  /** Not found comes before the version, and the version before the change. */
  private long matched(UUID id, @Nullable String ifMatch) {
    long version = bidding.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(BidView bid) {
    return Reply.ok(bid).version(bid.version()).response();
  }
}

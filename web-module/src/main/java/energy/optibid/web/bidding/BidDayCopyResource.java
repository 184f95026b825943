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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The bids of a past day as drafts of another. */
@Path("/bids/copy")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bids")
public class BidDayCopyResource {
  private final BidCopies copies;
  private final IdempotentAnswers answers;

  @Inject
  public BidDayCopyResource(BidCopies copies, IdempotentAnswers answers) {
    this.copies = copies;
    this.answers = answers;
  }

  /** Which bids, and where they go: a market's whole day, or some bids into one auction. */
  @Schema(name = "BidDayCopy")
  public record DayCopy(
      @Schema(description = "Of a whole day: the day the bids are of") @Nullable LocalDate fromDay,
      @Schema(description = "Of a whole day: the day they go to") @Nullable LocalDate toDay,
      @Schema(description = "Of a whole day: the market") @Nullable String marketCode,
      @Schema(description = "Instead of a day: the one auction the bids go to")
          @Nullable UUID auctionId,
      @Schema(description = "With auctionId: 1 to 200 bids") @Nullable List<UUID> bidIds) {
    public DayCopy {
      bidIds = bidIds == null ? null : List.copyOf(bidIds);
    }
  }

  /** What was made. */
  @Schema(name = "CopiedBids")
  public record CopiedBids(List<CopiedBid> items) {}

  @POST
  @Idempotent
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "copyBids",
      summary = "Bids of a past day as drafts of another",
      description =
          "Every bid of a market's day that was not withdrawn, into the same auctions of toDay; or,"
              + " with auctionId, the bids of bidIds into that auction. All or none; faults are"
              + " addressed below /bids/{index}.")
  @APIResponseSchema(value = CopiedBids.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "conflict: the other day has no auction; gate_closed: the auction's has")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response copy(DayCopy copy) {
    UUID auctionId = copy.auctionId();
    if (auctionId != null) {
      List<UUID> bidIds = copy.bidIds() == null ? List.of() : copy.bidIds();
      return answers.once(() -> Reply.ok(new CopiedBids(copies.copy(auctionId, bidIds))));
    }
    List<Fault> faults = new ArrayList<>();
    LocalDate fromDay = copy.fromDay();
    LocalDate toDay = copy.toDay();
    String marketCode = copy.marketCode();
    if (fromDay == null) {
      faults.add(new Fault("/fromDay", "required", "Say from which day."));
    }
    if (toDay == null) {
      faults.add(new Fault("/toDay", "required", "Say to which day."));
    }
    if (marketCode == null || marketCode.isBlank()) {
      faults.add(new Fault("/marketCode", "required", "Say which market."));
    }
    if (fromDay == null || toDay == null || marketCode == null || !faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "The copy is not complete.", faults);
    }
    return answers.once(() -> Reply.ok(new CopiedBids(copies.copyDay(fromDay, toDay, marketCode))));
  }
}

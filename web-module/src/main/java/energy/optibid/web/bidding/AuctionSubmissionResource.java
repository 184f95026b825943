package energy.optibid.web.bidding;

import energy.optibid.bidding.ReadyBid;
import energy.optibid.bidding.ReadyBids;
import energy.optibid.identity.Permissions;
import energy.optibid.timekeeping.ClockSkew;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that is ready for a gate, submitted with one call. */
@Path("/auctions/{id}/submissions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "bids")
public class AuctionSubmissionResource {
  private final ReadyBids ready;
  private final ClockSkew clock;
  private final IdempotentAnswers answers;

  @Inject
  public AuctionSubmissionResource(ReadyBids ready, ClockSkew clock, IdempotentAnswers answers) {
    this.ready = ready;
    this.clock = clock;
    this.answers = answers;
  }

  /** Whether anything is sent at all. */
  @Schema(name = "AuctionSubmissionInput")
  public record Input(
      @Schema(description = "Only say what would happen; false if left out")
          @Nullable Boolean dryRun) {}

  /** Every bid of the auction that is not withdrawn, the oldest first. */
  @Schema(name = "AuctionSubmission")
  public record Answer(
      boolean dryRun,
      List<ReadyBid> items,
      @Schema(description = "That the server's clock is not to be relied on; null while it is")
          @JsonbNillable
          @Nullable String clockWarning) {}

  @POST
  @Idempotent
  @RolesAllowed(Permissions.BIDS_SUBMIT)
  @Operation(
      operationId = "submitReadyBids",
      summary = "Submit every bid of the auction that has no faults",
      description =
          "Each bid in a transaction of its own, the oldest first; one that is refused keeps no other"
              + " from going. Repeated with its key it answers the same; repeated after a broken"
              + " connection it finishes what is missing. A dry run judges each bid as it stands now.")
  @APIResponseSchema(value = Answer.class, responseCode = "200")
  public Response submit(@PathParam("id") UUID id, Input input) {
    boolean dryRun = Boolean.TRUE.equals(input.dryRun());
    return dryRun
        ? Reply.ok(answer(true, ready.look(id))).response()
        : answers.onceApart(() -> Reply.ok(answer(false, ready.submit(id))));
  }

  private Answer answer(boolean dryRun, List<ReadyBid> bids) {
    return new Answer(dryRun, bids, clock.read().warning().orElse(null));
  }
}

package energy.optibid.web.clearing;

import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ClearingRuns;
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

/** The runs of an auction. */
@Path("/auctions/{auctionId}/runs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runs", description = "Clearing runs and their results")
public class AuctionRunResource {
  private final ClearingRuns runs;
  private final IdempotentAnswers answers;

  @Inject
  public AuctionRunResource(ClearingRuns runs, IdempotentAnswers answers) {
    this.runs = runs;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.AUCTIONS_RUN)
  @Operation(
      operationId = "runAuction",
      summary = "Close the gate and clear the auction",
      description =
          "The run is a job. A published auction is reopened and closed again in the same call and"
              + " gets a new run.")
  @APIResponseSchema(value = ClearingRun.class, responseCode = "202")
  @APIResponse(responseCode = "409", description = "conflict: another run is under way")
  public Response start(@PathParam("auctionId") UUID auctionId) {
    return answers.once(
        () -> {
          ClearingRun run = runs.start(auctionId);
          return Reply.accepted("/clearing-runs/" + run.id(), run);
        });
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(operationId = "listAuctionRuns", summary = "Runs of an auction, newest first")
  public Page<ClearingRun> list(@PathParam("auctionId") UUID auctionId, @BeanParam Paging paging) {
    return runs.list(auctionId, paging.cursor(), paging.limit());
  }
}

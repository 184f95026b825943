package energy.optibid.web.clearing;

import energy.optibid.clearing.ClearingRuns;
import energy.optibid.clearing.RunComparison;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How prices moved between two runs of an auction. */
@Path("/auctions/{auctionId}/comparison")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runs")
public class AuctionComparisonResource {
  private final ClearingRuns runs;

  @Inject
  public AuctionComparisonResource(ClearingRuns runs) {
    this.runs = runs;
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "compareRuns",
      summary = "How prices moved from run A to run B",
      description = "Lists have one element per block, index = block − 1; difference is b − a.")
  public RunComparison compare(
      @PathParam("auctionId") UUID auctionId,
      @QueryParam("runA") @Parameter(required = true) @Nullable UUID runA,
      @QueryParam("runB") @Parameter(required = true) @Nullable UUID runB) {
    return runs.compare(auctionId, required("runA", runA), required("runB", runB));
  }

  private static UUID required(String name, @Nullable UUID value) {
    if (value == null) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is missing.",
          List.of(new Fault("?" + name, "required", "Name both runs.")));
    }
    return value;
  }
}

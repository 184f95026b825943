package energy.optibid.web.clearing;

import energy.optibid.clearing.Award;
import energy.optibid.clearing.Awards;
import energy.optibid.clearing.BlockCurves;
import energy.optibid.clearing.BlockLimit;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.ClearingRun;
import energy.optibid.clearing.ClearingRuns;
import energy.optibid.clearing.Explanation;
import energy.optibid.clearing.Replays;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.web.shared.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One run and what it found. */
@Path("/clearing-runs/{runId}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "runs")
public class ClearingRunResource {
  private final ClearingRuns runs;
  private final Awards awards;
  private final Replays replays;

  @Inject
  public ClearingRunResource(ClearingRuns runs, Awards awards, Replays replays) {
    this.runs = runs;
    this.replays = replays;
    this.awards = awards;
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(operationId = "getClearingRun", summary = "One run and how it ended")
  public ClearingRun get(@PathParam("runId") UUID runId) {
    return runs.require(runId);
  }

  @GET
  @Path("/prices")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getRunPrices",
      summary = "Prices, their supporting interval, and positions by area",
      description = "Lists have one element per block, index = block − 1.")
  public RunPricesAnswer prices(@PathParam("runId") UUID runId) {
    return new RunPricesAnswer(runs.prices(runId));
  }

  @GET
  @Path("/flows")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getRunFlows",
      summary = "Flows, transfer limits, their shadow prices and congestion rent by link",
      description = "A flow is positive from `from` to `to`; index = block − 1.")
  public RunFlowsAnswer flows(@PathParam("runId") UUID runId) {
    return RunFlowsAnswer.of(runs.flows(runId), runs.prices(runId));
  }

  @GET
  @Path("/blocks")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "listRunBlocks",
      summary = "What became of block orders, and why",
      description =
          "Empty where the auction has none. The run's search says how they were decided.")
  public Page<BlockResult> blocks(@PathParam("runId") UUID runId, @BeanParam Paging paging) {
    return runs.blocks(runId, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/blocks/{blockId}/acceptance-limit")
  @RolesAllowed(Permissions.REPLAYS_RUN)
  @Operation(
      operationId = "getAcceptanceLimit",
      summary = "The limit at which a rejected block would have been taken",
      description =
          "Found by replays with other limits of the block, at most 24 clearings; all else stays as"
              + " it was.")
  @APIResponseSchema(value = BlockLimit.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "conflict: the block is accepted")
  public BlockLimit acceptanceLimit(
      @PathParam("runId") UUID runId, @PathParam("blockId") String blockId) {
    return replays.acceptanceLimit(runId, blockId);
  }

  @GET
  @Path("/curves")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getRunCurves",
      summary = "The curves of one area and block around the clearing point",
      description =
          "Own bids included. Imports shift the supply, exports the demand, so that the curves meet"
              + " at the clearing point.")
  public BlockCurves curves(
      @PathParam("runId") UUID runId,
      @QueryParam("area") @Parameter(required = true) @Nullable String area,
      @QueryParam("block") @Parameter(required = true) @Nullable Integer block) {
    runs.require(runId);
    return runs.curves(runId, required("area", area), required("block", block));
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is missing.",
          List.of(new Fault("?" + name, "required", "Name an area and a block.")));
    }
    return value;
  }

  @GET
  @Path("/explanations")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "listRunExplanations",
      summary = "Why own bids were accepted as far as they were, by bid and block")
  public Page<Explanation> explanations(
      @PathParam("runId") UUID runId,
      @QueryParam("bidId") @Nullable UUID bidId,
      @QueryParam("block") @Nullable Integer block,
      @BeanParam Paging paging) {
    return runs.explanations(runId, bidId, block, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/awards")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(operationId = "listRunAwards", summary = "Own awards of a run, by bid and block")
  public Page<Award> awards(@PathParam("runId") UUID runId, @BeanParam Paging paging) {
    return awards.list(null, null, runId, paging.cursor(), paging.limit());
  }
}

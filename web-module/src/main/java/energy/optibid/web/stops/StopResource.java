package energy.optibid.web.stops;

import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.stops.StopInput;
import energy.optibid.stops.StopPreview;
import energy.optibid.stops.StopScope;
import energy.optibid.stops.StoppedBid;
import energy.optibid.stops.TradingStop;
import energy.optibid.stops.TradingStops;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The kill switch of an asset, a trader or the whole organisation. */
@Path("/stops")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stops", description = "Stopping trading at once, and letting it go on")
public class StopResource {
  private final TradingStops stops;
  private final IdempotentAnswers answers;

  @Inject
  public StopResource(TradingStops stops, IdempotentAnswers answers) {
    this.stops = stops;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "listStops", summary = "Stops, newest first")
  public Page<TradingStop> list(
      @QueryParam("standing") @Nullable Boolean standing, @BeanParam Paging paging) {
    return stops.list(standing, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/preview")
  @RolesAllowed(Permissions.TRADING_STOP)
  @Operation(
      operationId = "previewStop",
      summary = "What a stop would do now",
      description = "How many bids it would withdraw, and how many no venue gives back any more.")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public StopPreview preview(
      @QueryParam("scope") @Nullable StopScope scope,
      @QueryParam("subjectId") @Nullable UUID subjectId) {
    return stops.preview(scope, subjectId);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "getStop", summary = "One stop")
  public TradingStop get(@PathParam("id") UUID id) {
    return stops.require(id);
  }

  @GET
  @Path("/{id}/bids")
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(
      operationId = "listStoppedBids",
      summary = "What became of each bid that was at a venue",
      description = "Newest bid first; those that the venue keeps say why.")
  public Page<StoppedBid> bids(@PathParam("id") UUID id, @BeanParam Paging paging) {
    return stops.bids(id, paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.TRADING_STOP)
  @Operation(
      operationId = "placeStop",
      summary = "Stop the trading of an asset, a trader or the organisation",
      description =
          "Holds from the answer on: submissions are refused with the fault code stopped. A job then"
              + " withdraws one by one what is at a venue whose gate is open; its progress is on the"
              + " channel jobs.{jobId}. Every member is notified.")
  @APIResponseSchema(value = TradingStop.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "conflict: the same is stopped already")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response place(StopInput input) {
    return answers.once(
        () -> {
          TradingStop stop = stops.place(input);
          return Reply.created("/stops/" + stop.id(), stop);
        });
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.TRADING_RELEASE)
  @Operation(
      operationId = "releaseStop",
      summary = "Let trading go on, with the reason",
      description = "The stop stays on record with who released it. Withdrawn bids stay withdrawn.")
  @APIResponseSchema(value = TradingStop.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "illegal_transition: it was released before")
  @APIResponse(responseCode = "422", description = "validation_failed: the reason is missing")
  public TradingStop release(
      @PathParam("id") UUID id,
      @QueryParam("reason") @Parameter(description = "For the record, 1 to 500 characters")
          @Nullable String reason) {
    return stops.release(id, reason);
  }
}

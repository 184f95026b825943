package energy.optibid.web.exchange;

import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.EventState;
import energy.optibid.exchange.Exchange;
import energy.optibid.exchange.Exchanges;
import energy.optibid.exchange.MarketEvent;
import energy.optibid.identity.Permissions;
import energy.optibid.jobs.Job;
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
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The shared simulated exchange and the organisation's sandboxes of it. */
@Path("/exchanges")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exchanges", description = "Simulated exchanges: clocks, calendars, days")
public class ExchangeResource {
  private final Exchanges exchanges;
  private final IdempotentAnswers answers;

  @Inject
  public ExchangeResource(Exchanges exchanges, IdempotentAnswers answers) {
    this.exchanges = exchanges;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.EXCHANGES_READ)
  @Operation(operationId = "listExchanges", summary = "The shared exchange and own sandboxes")
  public Page<Exchange> list() {
    return new Page<>(exchanges.list(), null);
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.EXCHANGES_RUN)
  @Operation(
      operationId = "createSandbox",
      summary = "Make a sandbox of the exchange",
      description =
          "Its clock stands paused at 09:30 of the day before its first delivery day, with all of"
              + " that day's auctions ahead.")
  @APIResponseSchema(value = Exchange.class, responseCode = "201")
  public Response create(SandboxInput input) {
    return answers.once(
        () -> {
          Exchange made = exchanges.create(input.firstDay(), input.speed());
          return Reply.created("/exchanges/" + made.id(), made).version(made.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.EXCHANGES_READ)
  @Operation(operationId = "getExchange", summary = "One exchange")
  @APIResponseSchema(Exchange.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(exchanges.require(id));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.EXCHANGES_RUN)
  @Operation(operationId = "endSandbox", summary = "Stop a sandbox for good")
  @APIResponse(responseCode = "204", description = "It has ended; its results stay readable.")
  public void end(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    exchanges.end(id, seen(id, ifMatch));
  }

  @PUT
  @Path("/{id}/clock")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.EXCHANGES_RUN)
  @Operation(operationId = "setClock", summary = "Start, stop or speed up a sandbox's clock")
  @APIResponseSchema(Exchange.class)
  public Response setClock(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ClockInput input) {
    return answer(exchanges.setClock(id, seen(id, ifMatch), input.mode(), input.speed()));
  }

  @POST
  @Path("/{id}/advance")
  @RolesAllowed(Permissions.EXCHANGES_RUN)
  @Operation(
      operationId = "advanceClock",
      summary = "Move a sandbox's clock to its next event",
      description = "Answers when everything due at that moment has been done.")
  @APIResponseSchema(Exchange.class)
  public Response advance(@PathParam("id") UUID id) {
    return answer(exchanges.advance(id));
  }

  @GET
  @Path("/{id}/events")
  @RolesAllowed(Permissions.EXCHANGES_READ)
  @Operation(
      operationId = "listMarketEvents",
      summary = "What the calendar demands",
      description =
          "state=pending: everything unfinished, the next first; state=done: the latest first.")
  public Page<MarketEvent> events(
      @PathParam("id") UUID id,
      @QueryParam("state") @Nullable EventState state,
      @QueryParam("day") @Nullable LocalDate day,
      @BeanParam Paging paging) {
    return exchanges.events(id, state, day, paging.cursor(), paging.limit());
  }

  @POST
  @Path("/{id}/events/{eventId}/retry")
  @RolesAllowed({Permissions.EXCHANGES_RUN, Permissions.EXCHANGES_OPERATE})
  @Operation(operationId = "retryMarketEvent", summary = "Try a failed event again at once")
  @APIResponseSchema(Exchange.class)
  public Response retry(@PathParam("id") UUID id, @PathParam("eventId") UUID eventId) {
    return answer(exchanges.retry(id, eventId));
  }

  @POST
  @Path("/{id}/history")
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.EXCHANGES_OPERATE)
  @Operation(
      operationId = "simulateHistory",
      summary = "Clear more days before the shared exchange's first one",
      description = "Day-ahead auctions only. A job; days that are there already are left alone.")
  @APIResponseSchema(value = Job.class, responseCode = "202")
  public Response history(@PathParam("id") UUID id, HistoryInput input) {
    return answers.once(
        () -> {
          Job job = exchanges.simulateHistory(id, input.days() == null ? 0 : input.days());
          return Reply.accepted("/jobs/" + job.id(), job);
        });
  }

  private long seen(UUID id, @Nullable String ifMatch) {
    long version = exchanges.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(Exchange exchange) {
    return Reply.ok(exchange).version(exchange.version()).response();
  }

  /**
   * A sandbox somebody wants.
   *
   * @param firstDay its first delivery day; tomorrow without it
   * @param speed of its clock, 1 to 120; 60 without it
   */
  public record SandboxInput(@Nullable LocalDate firstDay, @Nullable Integer speed) {}

  /** What the clock should do; what is missing stays as it is. */
  public record ClockInput(@Nullable ClockMode mode, @Nullable Integer speed) {}

  /** How many days before the exchange's first one should be there. */
  public record HistoryInput(@Nullable Integer days) {}
}

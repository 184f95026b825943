package energy.optibid.web.risk;

import energy.optibid.identity.Permissions;
import energy.optibid.risk.LimitUsages;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.RiskLimitInput;
import energy.optibid.risk.RiskLimits;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The limits of the organisation. */
@Path("/risk-limits")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "risk")
public class RiskLimitResource {
  private final RiskLimits limits;
  private final LimitUsages usages;
  private final IdempotentAnswers answers;

  @Inject
  public RiskLimitResource(RiskLimits limits, LimitUsages usages, IdempotentAnswers answers) {
    this.limits = limits;
    this.usages = usages;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.LIMITS_READ)
  @Operation(operationId = "listRiskLimits", summary = "Limits, in order of creation")
  public Page<RiskLimit> list(@BeanParam Paging paging) {
    Tenancy.require();
    return limits.list(paging.cursor(), paging.limit());
  }

  @GET
  @Path("/usage")
  @RolesAllowed(Permissions.LIMITS_READ)
  @Operation(
      operationId = "getRiskLimitUsage",
      summary = "How much of each limit is used for a delivery day",
      description =
          "Counts what may be at a venue, of a bid being replaced the larger version, on one"
              + " exchange or of one import's auctions. Limits that are off or not valid that day"
              + " are left out.")
  public LimitUsageAnswer usage(
      @QueryParam("exchangeId") @Parameter(description = "This or importId")
          @Nullable UUID exchangeId,
      @QueryParam("importId") @Parameter(description = "This or exchangeId")
          @Nullable UUID importId,
      @QueryParam("deliveryDay") @Parameter(required = true) @Nullable LocalDate deliveryDay) {
    Tenancy.require();
    List<Fault> faults = new ArrayList<>();
    UUID world = exchangeId == null ? importId : exchangeId;
    if (world == null) {
      faults.add(new Fault("?exchangeId", "required", "Name an exchange or an import."));
    } else if (exchangeId != null && importId != null) {
      faults.add(new Fault("?importId", "ambiguous", "Name an exchange or an import, not both."));
    }
    if (deliveryDay == null) {
      faults.add(new Fault("?deliveryDay", "required", "Name the delivery day."));
    }
    if (world == null || deliveryDay == null || !faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST, "A query parameter is missing or wrong.", faults);
    }
    return new LimitUsageAnswer(exchangeId, importId, deliveryDay, usages.of(world, deliveryDay));
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.LIMITS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createRiskLimit", summary = "Add a limit")
  @APIResponseSchema(value = RiskLimit.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "conflict: the name is taken, or too many")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response create(RiskLimitInput input) {
    Tenancy.require();
    return answers.once(
        () -> {
          RiskLimit limit = limits.create(input);
          return Reply.created("/risk-limits/" + limit.id(), limit).version(limit.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.LIMITS_READ)
  @Operation(operationId = "getRiskLimit", summary = "One limit")
  @APIResponseSchema(value = RiskLimit.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Tenancy.require();
    return answer(limits.require(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permissions.LIMITS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceRiskLimit", summary = "Replace every property of a limit")
  @APIResponseSchema(value = RiskLimit.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      RiskLimitInput input) {
    return answer(limits.replace(id, seen(id, ifMatch), input));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.LIMITS_WRITE)
  @Operation(operationId = "deleteRiskLimit", summary = "Delete a limit")
  @APIResponse(responseCode = "204", description = "It is gone; the audit trail keeps what it was.")
  public void delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    limits.delete(id, seen(id, ifMatch));
  }

  private long seen(UUID id, @Nullable String ifMatch) {
    Tenancy.require();
    long version = limits.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(RiskLimit limit) {
    return Reply.ok(limit).version(limit.version()).response();
  }
}

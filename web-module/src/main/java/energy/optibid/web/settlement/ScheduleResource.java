package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.Schedule;
import energy.optibid.settlement.SettlementInputs;
import energy.optibid.settlement.SettlementInputs.Imported;
import energy.optibid.settlement.StoredSchedule;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.FileTypes;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Total implemented schedules. */
@Path("/schedules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
public class ScheduleResource {
  private final SettlementInputs inputs;
  private final IdempotentAnswers answers;

  @Inject
  public ScheduleResource(SettlementInputs inputs, IdempotentAnswers answers) {
    this.inputs = inputs;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @Consumes(FileTypes.CSV)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "importSchedules",
      summary = "Import total implemented schedules",
      description =
          "CSV of at most 1 MiB with the columns asset_id,day,block,injection_mw; whole days, taken"
              + " all or none. A day that has a schedule gets its next revision.")
  @APIResponseSchema(value = Imported.class, responseCode = "201")
  public Response importSchedules(
      @QueryParam("exchangeId") @Nullable UUID exchangeId,
      @QueryParam("source") @Parameter(required = true) @Nullable String source,
      String csv) {
    String from = Required.only("source", source);
    return answers.once(
        () -> Reply.created("/schedules", inputs.importSchedules(exchangeId, from, csv)));
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listSchedules",
      summary = "Every revision of an asset's schedules, newest day first")
  public Page<Schedule> schedules(
      @QueryParam("assetId") @Parameter(required = true) @Nullable UUID assetId,
      @QueryParam("exchangeId") @Nullable UUID exchangeId,
      @BeanParam Paging paging) {
    return inputs.schedules(
        Required.only("assetId", assetId), exchangeId, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/stored")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listStoredSchedules",
      summary = "Which days of which assets have a schedule, newest day first",
      description =
          "The latest revision of each, without its figures; of a simulated exchange, or without one"
              + " of reality.")
  public Page<StoredSchedule> stored(
      @QueryParam("exchangeId") @Nullable UUID exchangeId, @BeanParam Paging paging) {
    return inputs.storedSchedules(exchangeId, paging.cursor(), paging.limit());
  }
}

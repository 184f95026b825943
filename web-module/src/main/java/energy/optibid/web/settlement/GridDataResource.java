package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.GridDay;
import energy.optibid.settlement.SettlementInputs;
import energy.optibid.settlement.SettlementInputs.Imported;
import energy.optibid.settlement.StoredGridDay;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Frequency, prices and charges of the grid's days. */
@Path("/grid-data")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
public class GridDataResource {
  private final SettlementInputs inputs;
  private final IdempotentAnswers answers;

  @Inject
  public GridDataResource(SettlementInputs inputs, IdempotentAnswers answers) {
    this.inputs = inputs;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @Consumes(FileTypes.CSV)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "importGridData",
      summary = "Import grid frequency, prices and ancillary charges",
      description =
          "CSV of at most 1 MiB with the columns"
              + " day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge; a figure"
              + " may be empty. Whole days, taken all or none, in place of those that are there.")
  @APIResponseSchema(value = Imported.class, responseCode = "201")
  public Response importGrid(@QueryParam("exchangeId") @Nullable UUID exchangeId, String csv) {
    return answers.once(() -> Reply.created("/grid-data", inputs.importGrid(exchangeId, csv)));
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "getGridData",
      summary = "What the grid was like on a day",
      description = "Imported by the organisation, or marked simulated.")
  public GridDay grid(
      @QueryParam("day") @Parameter(required = true) @Nullable LocalDate day,
      @QueryParam("exchangeId") @Nullable UUID exchangeId) {
    return inputs.grid(exchangeId, Required.only("day", day));
  }

  @GET
  @Path("/stored")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listStoredGridData",
      summary = "Which days of the grid were imported, newest first",
      description = "Without their figures; of a simulated exchange, or without one of reality.")
  public Page<StoredGridDay> stored(
      @QueryParam("exchangeId") @Nullable UUID exchangeId, @BeanParam Paging paging) {
    return inputs.storedGrid(exchangeId, paging.cursor(), paging.limit());
  }
}

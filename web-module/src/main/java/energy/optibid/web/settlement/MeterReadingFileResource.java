package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.MeterReadingFiles;
import energy.optibid.settlement.MeterReadingFiles.Imported;
import energy.optibid.settlement.StoredReadings;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of meter readings of several assets. */
@Path("/meter-readings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meters")
public class MeterReadingFileResource {
  private final MeterReadingFiles files;
  private final IdempotentAnswers answers;

  @Inject
  public MeterReadingFileResource(MeterReadingFiles files, IdempotentAnswers answers) {
    this.files = files;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @Consumes(FileTypes.CSV)
  @RolesAllowed(Permissions.METERS_WRITE)
  @Operation(
      operationId = "importMeterReadings",
      summary = "Import readings of real meters",
      description =
          "CSV of at most 1 MiB with the columns asset_id,day,block,injection_mwh,quality, quality"
              + " being measured, estimated or empty; blocks of any assets and days, taken all or"
              + " none. A block that has a reading gets the new one as its next revision.")
  @APIResponseSchema(value = Imported.class, responseCode = "201")
  public Response importReadings(String csv) {
    return answers.once(() -> Reply.created("/meter-readings", files.importReadings(csv)));
  }

  @GET
  @Path("/stored")
  @RolesAllowed(Permissions.METERS_READ)
  @Operation(
      operationId = "listStoredMeterReadings",
      summary = "Which days of which assets have meter readings, newest day first",
      description =
          "How many blocks of each, without their figures; of a simulated exchange, or without one"
              + " of real meters.")
  public Page<StoredReadings> stored(
      @QueryParam("exchangeId") @Nullable UUID exchangeId, @BeanParam Paging paging) {
    return files.stored(exchangeId, paging.cursor(), paging.limit());
  }
}

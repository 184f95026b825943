package energy.optibid.web.exports;

import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.exports.ScheduleExports;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.FileTypes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Schedules of a delivery day for the system operator. */
@Path("/schedules/export")
@ApplicationScoped
@Produces({FileTypes.CSV, RunExportResource.XLSX, MediaType.WILDCARD})
@Tag(name = "exports")
public class ScheduleExportResource {
  private final ScheduleExports exports;

  @Inject
  public ScheduleExportResource(ScheduleExports exports) {
    this.exports = exports;
  }

  @GET
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "exportSchedules",
      summary = "Final awards by asset and block for the system operator, as a file",
      description =
          "Average MW, injection is positive; beside them implemented schedules where there are"
              + " any. Provisional results are left out.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = FileTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = RunExportResource.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response schedules(
      @QueryParam("deliveryDay") @Parameter(required = true) @Nullable LocalDate deliveryDay,
      @QueryParam("assetId") @Parameter(description = "Every one if left out")
          @Nullable UUID assetId,
      @QueryParam("exchangeId") @Parameter(description = "The real markets if left out")
          @Nullable UUID exchangeId,
      @QueryParam("format") @Parameter(description = "csv (if left out) or xlsx")
          @Nullable ExportFormat format) {
    Tenancy.require();
    if (deliveryDay == null) {
      String sentence = "Say for which day: deliveryDay=2026-12-01.";
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          sentence,
          List.of(new Fault("?deliveryDay", "required", sentence)));
    }
    ExportedFile file =
        exports.schedules(
            deliveryDay, assetId, exchangeId, format == null ? ExportFormat.CSV : format);
    StreamingOutput content = file.content()::writeTo;
    return Response.ok(content, RunExportResource.typeOf(file.format()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

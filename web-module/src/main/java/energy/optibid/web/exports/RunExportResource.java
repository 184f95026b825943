package energy.optibid.web.exports;

import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.exports.RunExports;
import energy.optibid.identity.Permissions;
import energy.optibid.web.shared.FileTypes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a run found, as a file to download. */
@Path("/clearing-runs/{runId}/export")
@ApplicationScoped
@Produces({FileTypes.CSV, RunExportResource.XLSX, RunExportResource.PARQUET, MediaType.WILDCARD})
@Tag(name = "exports", description = "Results as CSV, XLSX and Parquet")
@APIResponse(
    responseCode = "200",
    content = {
      @Content(mediaType = FileTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
      @Content(
          mediaType = RunExportResource.XLSX,
          schema = @Schema(type = SchemaType.STRING, format = "binary")),
      @Content(
          mediaType = RunExportResource.PARQUET,
          schema = @Schema(type = SchemaType.STRING, format = "binary"))
    })
public class RunExportResource {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String PARQUET = "application/vnd.apache.parquet";

  private static final Map<ExportFormat, MediaType> TYPES =
      Map.of(
          ExportFormat.CSV, MediaType.valueOf(FileTypes.CSV).withCharset("utf-8"),
          ExportFormat.XLSX, MediaType.valueOf(XLSX),
          ExportFormat.PARQUET, MediaType.valueOf(PARQUET));
  private static final String FORMAT = "Unless given, what the header Accept asks for, else CSV.";

  private final RunExports exports;

  @Inject
  public RunExportResource(RunExports exports) {
    this.exports = exports;
  }

  @GET
  @Path("/prices")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "exportRunPrices",
      summary = "Prices, supporting intervals, supply and demand by area and block, as a file")
  public Response prices(
      @PathParam("runId") UUID runId,
      @QueryParam("format") @Parameter(description = FORMAT) @Nullable ExportFormat format,
      @Context HttpHeaders headers) {
    return answer(exports.prices(runId, chosen(format, headers)));
  }

  @GET
  @Path("/flows")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "exportRunFlows",
      summary = "Flows and transfer limits by link and block, as a file")
  public Response flows(
      @PathParam("runId") UUID runId,
      @QueryParam("format") @Parameter(description = FORMAT) @Nullable ExportFormat format,
      @Context HttpHeaders headers) {
    return answer(exports.flows(runId, chosen(format, headers)));
  }

  @GET
  @Path("/awards")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(operationId = "exportRunAwards", summary = "Own awards by bid and block, as a file")
  public Response awards(
      @PathParam("runId") UUID runId,
      @QueryParam("format") @Parameter(description = FORMAT) @Nullable ExportFormat format,
      @Context HttpHeaders headers) {
    return answer(exports.awards(runId, chosen(format, headers)));
  }

  static MediaType typeOf(ExportFormat format) {
    return Objects.requireNonNull(TYPES.get(format));
  }

  /** What the parameter says; else the first of the types asked for that we have. */
  private static ExportFormat chosen(@Nullable ExportFormat format, HttpHeaders headers) {
    if (format != null) {
      return format;
    }
    for (MediaType wanted : headers.getAcceptableMediaTypes()) {
      for (ExportFormat candidate : ExportFormat.values()) {
        if (wanted.isCompatible(TYPES.get(candidate))) {
          return candidate;
        }
      }
    }
    throw new NotAcceptableException();
  }

  private static Response answer(ExportedFile file) {
    StreamingOutput content = file.content()::writeTo;
    return Response.ok(content, TYPES.get(file.format()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.StatementFiles;
import energy.optibid.settlement.StatementFiles.Format;
import energy.optibid.settlement.StatementFiles.StatementFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements to download. */
@Path("/statements/{id}/export")
@ApplicationScoped
@Produces({StatementFileResource.XLSX, StatementFileResource.PDF, MediaType.WILDCARD})
@Tag(name = "settlement")
public class StatementFileResource {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String PDF = "application/pdf";

  private static final Map<Format, String> TYPES = Map.of(Format.XLSX, XLSX, Format.PDF, PDF);

  private final StatementFiles files;

  @Inject
  public StatementFileResource(StatementFiles files) {
    this.files = files;
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "exportStatement",
      summary = "A statement as a workbook with every line, or as a PDF with a chart",
      description = "XLSX unless another format is asked for.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response export(@PathParam("id") UUID id, @QueryParam("format") @Nullable Format format) {
    StatementFile file = files.export(id, format == null ? Format.XLSX : format);
    StreamingOutput content = file.content()::writeTo;
    return Response.ok(content, TYPES.get(file.format()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

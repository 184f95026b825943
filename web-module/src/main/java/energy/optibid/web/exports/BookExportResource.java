package energy.optibid.web.exports;

import energy.optibid.exports.BookExports;
import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.identity.Permissions;
import energy.optibid.web.book.BookResource;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The book of a day to download. */
@Path("/book/export")
@ApplicationScoped
@Produces({FileTypes.CSV, RunExportResource.XLSX, MediaType.WILDCARD})
@Tag(name = "book")
public class BookExportResource {
  private final BookExports exports;

  @Inject
  public BookExportResource(BookExports exports) {
    this.exports = exports;
  }

  @GET
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(
      operationId = "exportBook",
      summary = "The position of a day as a file, a row for each block and figure")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = FileTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = RunExportResource.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response export(
      @QueryParam("exchangeId") @Nullable UUID exchangeId,
      @QueryParam("importId") @Nullable UUID importId,
      @QueryParam("deliveryDay") @Parameter(required = true) @Nullable LocalDate deliveryDay,
      @QueryParam("assetId") @Nullable UUID assetId,
      @QueryParam("siteId") @Nullable UUID siteId,
      @QueryParam("format") @Parameter(description = "csv (if left out) or xlsx")
          @Nullable ExportFormat format) {
    ExportedFile file =
        exports.book(
            BookResource.query(exchangeId, importId, deliveryDay, assetId, siteId),
            format == null ? ExportFormat.CSV : format);
    StreamingOutput content = file.content()::writeTo;
    return Response.ok(content, RunExportResource.typeOf(file.format()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

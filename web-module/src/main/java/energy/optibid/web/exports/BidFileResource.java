package energy.optibid.web.exports;

import energy.optibid.bidding.BidView;
import energy.optibid.exports.BidFiles;
import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.identity.Permissions;
import energy.optibid.web.shared.FileTypes;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bids of an auction as a file and back. */
@Path("/auctions/{auctionId}/bids")
@ApplicationScoped
@Tag(name = "bids")
public class BidFileResource {
  private final BidFiles files;
  private final IdempotentAnswers answers;

  @Inject
  public BidFileResource(BidFiles files, IdempotentAnswers answers) {
    this.files = files;
    this.answers = answers;
  }

  /** The bids of a file as they are now. */
  @Schema(name = "ImportedBids")
  public record ImportedBids(List<BidView> items) {}

  @GET
  @Path("/export")
  @Produces({FileTypes.CSV, RunExportResource.XLSX, MediaType.WILDCARD})
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(
      operationId = "exportBids",
      summary = "Newest versions of an auction's bids as a file that can be imported again")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = FileTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = RunExportResource.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response export(
      @PathParam("auctionId") UUID auctionId,
      @QueryParam("format") @Parameter(description = "csv (if left out) or xlsx")
          @Nullable ExportFormat format,
      @QueryParam("bidId")
          @Parameter(description = "Only these; every bid that was not withdrawn if left out")
          Set<UUID> bidIds) {
    ExportedFile file = files.export(auctionId, bidIds, format == null ? ExportFormat.CSV : format);
    StreamingOutput content = file.content()::writeTo;
    return Response.ok(content, RunExportResource.typeOf(file.format()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @POST
  @Path("/import")
  @Idempotent
  @Consumes({FileTypes.CSV, RunExportResource.XLSX})
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.BIDS_WRITE)
  @Operation(
      operationId = "importBids",
      summary = "Write the bids of a file, all or none",
      description =
          "At most 1 MiB. A bid whose column bid is the id of one of the auction's bids gets a new"
              + " version, unless it says the same; any other word makes a new draft. Faults are"
              + " addressed by cell: row 14, column price_2, or Sheet1!C14.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = FileTypes.CSV, schema = @Schema(implementation = InputStream.class)),
        @Content(
            mediaType = RunExportResource.XLSX,
            schema = @Schema(implementation = InputStream.class))
      })
  @APIResponseSchema(value = ImportedBids.class, responseCode = "200")
  @APIResponse(responseCode = "409", description = "gate_closed")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response read(
      @PathParam("auctionId") UUID auctionId, @Context HttpHeaders headers, byte[] content) {
    ExportFormat format =
        RunExportResource.typeOf(ExportFormat.XLSX).isCompatible(headers.getMediaType())
            ? ExportFormat.XLSX
            : ExportFormat.CSV;
    return answers.once(() -> Reply.ok(new ImportedBids(files.read(auctionId, content, format))));
  }
}

package energy.optibid.web.imports;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.identity.Permissions;
import energy.optibid.imports.Import;
import energy.optibid.imports.ImportFault;
import energy.optibid.imports.Imports;
import energy.optibid.imports.Uploads;
import energy.optibid.shared.Page;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of order books and of prices on their way in. */
@Path("/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "Order books and prices from files")
public class ImportResource {
  private final Imports imports;
  private final Uploads uploads;
  private final IdempotentAnswers answers;

  @Inject
  public ImportResource(Imports imports, Uploads uploads, IdempotentAnswers answers) {
    this.imports = imports;
    this.uploads = uploads;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Permissions.IMPORTS_WRITE)
  @Operation(
      operationId = "createImport",
      summary = "Import order books or prices",
      description =
          "At most 64 MiB in all. The files are judged by a job: every fault is kept with its line,"
              + " and nothing is taken when there is one. Each day of order books becomes a sandbox"
              + " auction; prices become published prices of the organisation, in place of those of"
              + " the same market, area and block. A dry run ends checked or rejected.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = ImportForm.class)))
  @APIResponseSchema(value = Import.class, responseCode = "202")
  public Response create(List<EntityPart> parts) throws IOException {
    try (Receipt receipt = new Receipt(uploads.open())) {
      ImportParts form = ImportParts.read(parts, receipt.upload());
      return receive(receipt, form);
    }
  }

  @POST
  @Path("/sample")
  @Idempotent
  @RolesAllowed(Permissions.IMPORTS_WRITE)
  @Operation(
      operationId = "importSample",
      summary = "Import the generated day that ships with OptiBid",
      description = "For a first look without files of your own.")
  @APIResponseSchema(value = Import.class, responseCode = "202")
  public Response sample() throws IOException {
    try (Receipt receipt = new Receipt(uploads.openSample())) {
      return receive(receipt, new ImportParts(Imports.GME, null, false, PriceDiscovery.EXCHANGE));
    }
  }

  private Response receive(Receipt receipt, ImportParts form) {
    String content = receipt.upload().digest() + form;
    Response response =
        answers.once(
            content,
            () -> {
              Import received =
                  imports.receive(
                      form.format(),
                      form.deliveryDay(),
                      form.dryRun(),
                      form.priceSource(),
                      receipt.upload());
              receipt.used();
              return Reply.accepted("/imports/" + received.id(), received);
            });
    receipt.answered();
    return response;
  }

  @GET
  @RolesAllowed(Permissions.IMPORTS_READ)
  @Operation(operationId = "listImports", summary = "Imports of the organisation, newest first")
  public Page<Import> list(@BeanParam Paging paging) {
    return imports.list(paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.IMPORTS_READ)
  @Operation(operationId = "getImport", summary = "One import and what became of it")
  public Import get(@PathParam("id") UUID id) {
    return imports.find(id);
  }

  @GET
  @Path("/{id}/faults")
  @RolesAllowed(Permissions.IMPORTS_READ)
  @Operation(
      operationId = "listImportFaults",
      summary = "Why an import was rejected",
      description = "File, line, field and reason of every fault kept.")
  public Page<ImportFault> faults(@PathParam("id") UUID id, @BeanParam Paging paging) {
    return imports.faults(id, paging.cursor(), paging.limit());
  }
}

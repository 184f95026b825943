package energy.optibid.web.audit;

import energy.optibid.audit.AuditChains;
import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditExports;
import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.ChainState;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.FileTypes;
import energy.optibid.web.shared.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what in the organisation, and the proof that nobody touched the record. */
@Path("/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permissions.AUDIT_READ)
@Tag(name = "audit", description = "Who did what, sealed in a chain of hashes")
public class AuditResource {
  private static final String JSONL = "application/jsonl";

  private final AuditTrail trail;
  private final AuditChains chains;
  private final AuditExports exports;

  @Inject
  public AuditResource(AuditTrail trail, AuditChains chains, AuditExports exports) {
    this.trail = trail;
    this.chains = chains;
    this.exports = exports;
  }

  @GET
  @Operation(operationId = "listAuditEntries", summary = "Entries, newest first")
  public Page<AuditEntry> list(@BeanParam AuditSearch search, @BeanParam Paging paging) {
    return trail.list(search.query(), paging.cursor(), paging.limit());
  }

  @GET
  @Path("/chain")
  @Operation(
      operationId = "getAuditChain",
      summary = "How far the chain of sealed entries goes, and what its last check found")
  public ChainState chain() {
    return chains.state();
  }

  @POST
  @Path("/chain/verify")
  @Operation(
      operationId = "verifyAuditChain",
      summary = "Follow the whole chain now",
      description =
          "Computes every hash again from the stored entries and compares the end with the"
              + " recorded head. The result is kept; a broken chain is an answer, not an error.")
  public ChainState verify() {
    return chains.verify();
  }

  @GET
  @Path("/export")
  @Produces({FileTypes.CSV, JSONL})
  @Operation(
      operationId = "exportAudit",
      summary = "Sealed entries as a file, in the order of the chain",
      description =
          "JSONL (unless CSV is asked for) has one entry a line in the very form that is hashed;"
              + " ./optibid admin audit-verify --file checks it without the server.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = FileTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = JSONL, schema = @Schema(type = SchemaType.STRING))
      })
  public Response export(
      @QueryParam("format") @DefaultValue("jsonl") AuditExports.Format format,
      @BeanParam AuditSearch search) {
    AuditExports.File file = exports.export(format, search.query());
    StreamingOutput content = file.content()::writeTo;
    MediaType type = MediaType.valueOf(format == AuditExports.Format.CSV ? FileTypes.CSV : JSONL);
    return Response.ok(content, type.withCharset("utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

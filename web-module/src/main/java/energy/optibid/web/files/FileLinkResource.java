package energy.optibid.web.files;

import energy.optibid.files.StoredFiles;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Temporary links of this server. */
@Path("/file-links")
@ApplicationScoped
@Produces(MediaType.WILDCARD)
@Tag(name = "files")
public class FileLinkResource {
  private final StoredFiles files;
  private final FileAnswers contents;

  @Inject
  public FileLinkResource(StoredFiles files, FileAnswers contents) {
    this.files = files;
    this.contents = contents;
  }

  @GET
  @Path("/{token}")
  @PermitAll
  @Operation(
      operationId = "openFileLink",
      summary = "The file of a temporary link",
      description = "For whoever has the link, without signing in, until it expires.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response open(@PathParam("token") String token) {
    return contents.whole(files.openLink(token));
  }
}

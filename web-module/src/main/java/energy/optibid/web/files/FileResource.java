package energy.optibid.web.files;

import energy.optibid.files.ByteRange;
import energy.optibid.files.ByteRange.Asked;
import energy.optibid.files.FilePurpose;
import energy.optibid.files.IncomingFile;
import energy.optibid.files.StoredFile;
import energy.optibid.files.StoredFiles;
import energy.optibid.files.TemporaryLink;
import energy.optibid.identity.Permissions;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of the organisation. */
@Path("/files")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "files", description = "Contracts, evidence and other files of the desk")
public class FileResource {
  private static final int USUAL_MINUTES = 15;

  private final StoredFiles files;
  private final IdempotentAnswers answers;
  private final FileAnswers contents;

  @Inject
  public FileResource(StoredFiles files, IdempotentAnswers answers, FileAnswers contents) {
    this.files = files;
    this.answers = answers;
    this.contents = contents;
  }

  @POST
  @Idempotent
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Permissions.FILES_WRITE)
  @Operation(
      operationId = "uploadFile",
      summary = "Keep a file",
      description =
          "What it is, its content decides. It is scanned for viruses where a scanner is switched"
              + " on; one that holds a virus is refused and stays in the list as rejected, without"
              + " content.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = FileForm.class)))
  @APIResponseSchema(value = StoredFile.class, responseCode = "201")
  public Response upload(List<EntityPart> parts) throws IOException {
    FileParts form = FileParts.read(parts);
    String name = form.file().getFileName().orElse("");
    try (InputStream content = form.file().getContent();
        IncomingFile incoming = files.receive(name, form.purpose(), content)) {
      return answers.once(
          incoming.digest(),
          () -> {
            StoredFile file = files.keep(incoming);
            return Reply.created("/files/" + file.id(), file);
          });
    }
  }

  @GET
  @RolesAllowed(Permissions.FILES_READ)
  @Operation(operationId = "listFiles", summary = "Files, newest first")
  public Page<StoredFile> list(
      @QueryParam("purpose") @Nullable FilePurpose purpose, @BeanParam Paging paging) {
    return files.list(purpose, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.FILES_READ)
  @Operation(operationId = "getFile", summary = "What is known of one file")
  public StoredFile get(@PathParam("id") UUID id) {
    return files.require(id);
  }

  @GET
  @Path("/{id}/content")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed(Permissions.FILES_READ)
  @Operation(
      operationId = "downloadFile",
      summary = "The content of a file, or a piece of it",
      description =
          "An attachment. Range asks for one piece, If-None-Match with the ETag for what is new.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response download(
      @PathParam("id") UUID id,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    StoredFile file = files.require(id);
    if (FileAnswers.isKnown(ifNoneMatch, file)) {
      return FileAnswers.unchanged(file);
    }
    boolean same = ifRange == null || ifRange.strip().equals(FileAnswers.etag(file));
    Asked asked = ByteRange.asked(same ? range : null, file.size());
    if (asked instanceof Asked.Outside) {
      return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header("Content-Range", "bytes */" + file.size())
          .type(MediaType.TEXT_PLAIN_TYPE)
          .entity("The file has %d bytes.".formatted(file.size()))
          .build();
    }
    return asked instanceof Asked.Piece piece
        ? contents.piece(files.open(id, piece.range()), piece.range())
        : contents.whole(files.open(id, null));
  }

  @POST
  @Path("/{id}/links")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.FILES_WRITE)
  @Operation(
      operationId = "linkFile",
      summary = "Make a temporary link",
      description =
          "It gives the file to whoever has it, without signing in. A path is one of this server.")
  public TemporaryLink link(@PathParam("id") UUID id, LinkInput input) {
    int minutes = input.minutes() == null ? USUAL_MINUTES : input.minutes();
    return files.link(id, Duration.ofMinutes(minutes));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.FILES_WRITE)
  @Operation(operationId = "deleteFile", summary = "Remove a file and its links")
  @APIResponse(responseCode = "204", description = "Gone.")
  public void delete(@PathParam("id") UUID id) {
    files.delete(id);
  }
}

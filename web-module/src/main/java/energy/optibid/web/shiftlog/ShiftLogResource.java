package energy.optibid.web.shiftlog;

import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.shiftlog.ShiftEntry;
import energy.optibid.shiftlog.ShiftEntryInput;
import energy.optibid.shiftlog.ShiftLog;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The desk's shift log with its hand-overs. */
@Path("/shift-log")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shift log", description = "Notes and hand-overs of the desk")
public class ShiftLogResource {
  private final ShiftLog log;
  private final IdempotentAnswers answers;

  @Inject
  public ShiftLogResource(ShiftLog log, IdempotentAnswers answers) {
    this.log = log;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.SHIFTS_READ)
  @Operation(operationId = "listShiftEntries", summary = "Entries, newest first")
  public Page<ShiftEntry> list(
      @QueryParam("kind") ShiftEntry.@Nullable Kind kind,
      @QueryParam("pinned") @Nullable Boolean pinned,
      @BeanParam Paging paging) {
    return log.list(kind, pinned, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.SHIFTS_READ)
  @Operation(operationId = "getShiftEntry", summary = "One entry")
  public ShiftEntry get(@PathParam("id") UUID id) {
    return log.require(id);
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.SHIFTS_WRITE)
  @Operation(
      operationId = "writeShiftEntry",
      summary = "Write a note, a hand-over or a correction",
      description = "Entries are never changed: a correction is an entry that names another.")
  @APIResponseSchema(value = ShiftEntry.class, responseCode = "201")
  public Response add(ShiftEntryInput input) {
    return answers.once(
        () -> {
          ShiftEntry entry = log.add(input);
          return Reply.created("/shift-log/" + entry.id(), entry);
        });
  }

  @POST
  @Path("/{id}/acknowledge")
  @RolesAllowed(Permissions.SHIFTS_WRITE)
  @Operation(
      operationId = "acknowledgeHandover",
      summary = "Take a hand-over",
      description = "By anybody of the desk but its author, once.")
  public ShiftEntry acknowledge(@PathParam("id") UUID id) {
    return log.acknowledge(id);
  }

  @PUT
  @Path("/{id}/pin")
  @RolesAllowed(Permissions.SHIFTS_WRITE)
  @Operation(operationId = "pinShiftEntry", summary = "Keep an entry on top")
  public ShiftEntry pin(@PathParam("id") UUID id) {
    return log.pin(id, true);
  }

  @DELETE
  @Path("/{id}/pin")
  @RolesAllowed(Permissions.SHIFTS_WRITE)
  @Operation(operationId = "unpinShiftEntry", summary = "Let an entry go from the top")
  @APIResponseSchema(value = ShiftEntry.class, responseCode = "200")
  public ShiftEntry unpin(@PathParam("id") UUID id) {
    return log.pin(id, false);
  }
}

package energy.optibid.web.operations;

import energy.optibid.identity.Permissions;
import energy.optibid.outbox.DeadLetter;
import energy.optibid.outbox.DeadLetters;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Paging;
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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that a consumer inside the platform could not consume. */
@Path("/operations/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permissions.PLATFORM_OPERATE)
@Tag(name = "operations", description = "The installation itself")
public class DeadLetterResource {
  private final DeadLetters letters;

  @Inject
  public DeadLetterResource(DeadLetters letters) {
    this.letters = letters;
  }

  @GET
  @Operation(
      operationId = "listDeadLetters",
      summary = "Events that could not be consumed, newest first",
      description = "Of every organisation; what an event says is not told.")
  public Page<DeadLetter> list(@BeanParam Paging paging) {
    return letters.list(paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDeadLetter", summary = "One of them")
  public DeadLetter get(@PathParam("id") UUID id) {
    return letters.require(id);
  }

  @POST
  @Path("/{id}/replay")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "replayDeadLetter",
      summary = "Hand the event to its consumer again",
      description =
          "It is delivered at once, with all attempts before it; where it fails again it comes back"
              + " as another dead letter. Recorded in the audit trail.")
  public DeadLetter replay(@PathParam("id") UUID id) {
    return letters.replay(id);
  }

  @POST
  @Path("/{id}/discard")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Give the event up for this consumer",
      description = "Recorded with the reason in the audit trail.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void discard(@PathParam("id") UUID id, DiscardInput input) {
    letters.discard(id, input.reason());
  }
}

package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.Dispute;
import energy.optibid.settlement.DisputeStep;
import energy.optibid.settlement.Disputes;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Objections to lines of statements. */
@Path("/disputes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
public class DisputeResource {
  private final Disputes disputes;
  private final IdempotentAnswers answers;

  @Inject
  public DisputeResource(Disputes disputes, IdempotentAnswers answers) {
    this.disputes = disputes;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(operationId = "listDisputes", summary = "Disputes, newest first")
  public Page<Dispute> list(
      @QueryParam("statementId") @Nullable UUID statementId, @BeanParam Paging paging) {
    return disputes.list(statementId, paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "openDispute",
      summary = "Object to a line of a statement or to a difference of a comparison",
      description =
          "A line: statementId, assetId, day, lineNumber, claimedAmount. A difference: shadowId and"
              + " difference; claimed is our own amount unless another is given.")
  @APIResponseSchema(value = Dispute.class, responseCode = "201")
  public Response open(Dispute.Input input) {
    return answers.once(
        () -> {
          Dispute opened = disputes.open(input);
          return Reply.created("/disputes/" + opened.id(), opened).version(opened.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(operationId = "getDispute", summary = "A dispute and who did what to it")
  @APIResponseSchema(value = Dispute.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    return answer(disputes.require(id));
  }

  @POST
  @Path("/{id}/steps/{step}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "stepDispute",
      summary = "Move a dispute on: submit, accept, reject, withdraw or close",
      description =
          "open → submitted → accepted or rejected; open or submitted → withdrawn; all three →"
              + " closed.")
  @APIResponseSchema(value = Dispute.class, responseCode = "200")
  public Response step(
      @PathParam("id") UUID id,
      @PathParam("step") String step,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      Dispute.Note note) {
    Dispute now = disputes.require(id);
    IfMatch.require(ifMatch, now.version());
    return answer(disputes.step(id, now.version(), stepOf(step), note));
  }

  @POST
  @Path("/{id}/notes")
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(operationId = "noteDispute", summary = "Add a note to a dispute")
  @APIResponseSchema(value = Dispute.class, responseCode = "201")
  public Response note(@PathParam("id") UUID id, Dispute.Note note) {
    return answers.once(() -> Reply.created("/disputes/" + id, disputes.note(id, note)));
  }

  private static DisputeStep stepOf(String word) {
    return Arrays.stream(DisputeStep.values())
        .filter(step -> step.code().equals(word))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("step of a dispute"));
  }

  private static Response answer(Dispute dispute) {
    return Reply.ok(dispute).version(dispute.version()).response();
  }
}

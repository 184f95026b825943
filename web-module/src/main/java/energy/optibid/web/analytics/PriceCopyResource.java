package energy.optibid.web.analytics;

import energy.optibid.analytics.CopyReconciliations;
import energy.optibid.identity.Permissions;
import energy.optibid.jobs.Job;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The copy of the prices that ClickHouse answers from. */
@Path("/operations/price-copy/reconciliations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RolesAllowed(Permissions.PLATFORM_OPERATE)
@Tag(name = "operations")
public class PriceCopyResource {
  private final CopyReconciliations reconciliations;
  private final IdempotentAnswers answers;

  @Inject
  public PriceCopyResource(CopyReconciliations reconciliations, IdempotentAnswers answers) {
    this.reconciliations = reconciliations;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @Operation(
      operationId = "reconcilePriceCopy",
      summary = "Hold the copy of the prices in ClickHouse against the prices",
      description =
          "A job that compares numbers and sums of every day and has copied again what differs.")
  @APIResponseSchema(value = ReconciliationAnswer.class, responseCode = "202")
  @APIResponse(responseCode = "503", description = "unavailable: ClickHouse is not switched on")
  public Response reconcile() {
    return answers.once(
        () -> {
          Job job = reconciliations.start();
          return Reply.accepted("/jobs/" + job.id(), new ReconciliationAnswer(job.id()));
        });
  }
}

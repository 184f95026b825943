package energy.optibid.web.jobs;

import energy.optibid.identity.Permissions;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Long work of the organisation: imports, auction runs. */
@Path("/jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs", description = "Long work and its progress")
public class JobResource {
  private final Jobs jobs;

  @Inject
  public JobResource(Jobs jobs) {
    this.jobs = jobs;
  }

  @GET
  @RolesAllowed(Permissions.JOBS_READ)
  @Operation(operationId = "listJobs", summary = "Jobs of the organisation, newest first")
  public Page<Job> list(@BeanParam Paging paging) {
    return jobs.list(paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.JOBS_READ)
  @Operation(operationId = "getJob", summary = "One job and how far it is")
  @APIResponseSchema(value = Job.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    return answer(jobs.find(id));
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Permissions.JOBS_CANCEL)
  @Operation(
      operationId = "cancelJob",
      summary = "Cancel a job",
      description = "A queued job ends at once, a running one at its next step.")
  @APIResponseSchema(value = Job.class, responseCode = "200")
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    IfMatch.require(ifMatch, jobs.find(id).version());
    return answer(jobs.cancel(id));
  }

  private static Response answer(Job job) {
    return Reply.ok(job).version(job.version()).response();
  }
}

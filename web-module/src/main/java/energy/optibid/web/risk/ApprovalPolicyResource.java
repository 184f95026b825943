package energy.optibid.web.risk;

import energy.optibid.identity.Permissions;
import energy.optibid.risk.ApprovalPolicies;
import energy.optibid.risk.ApprovalPolicy;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Above what size a second person must approve a bid. */
@Path("/approval-policy")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "risk", description = "Limits on what may be offered, and who must approve")
public class ApprovalPolicyResource {
  private final ApprovalPolicies policies;

  @Inject
  public ApprovalPolicyResource(ApprovalPolicies policies) {
    this.policies = policies;
  }

  @GET
  @RolesAllowed(Permissions.LIMITS_READ)
  @Operation(
      operationId = "getApprovalPolicy",
      summary = "Above what size a second person must approve a bid")
  @APIResponseSchema(value = ApprovalPolicy.class, responseCode = "200")
  public Response get() {
    Tenancy.require();
    return answer(policies.get());
  }

  @PUT
  @RolesAllowed(Permissions.LIMITS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putApprovalPolicy", summary = "Replace the policy")
  @APIResponseSchema(value = ApprovalPolicy.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public Response put(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, ApprovalPolicy.Input input) {
    Tenancy.require();
    long version = policies.get().version();
    IfMatch.require(ifMatch, version);
    return answer(policies.put(version, input));
  }

  private static Response answer(ApprovalPolicy policy) {
    return Reply.ok(policy).version(policy.version()).response();
  }
}

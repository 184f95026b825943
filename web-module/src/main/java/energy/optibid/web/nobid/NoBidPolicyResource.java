package energy.optibid.web.nobid;

import energy.optibid.identity.Permissions;
import energy.optibid.nobid.NoBidPolicies;
import energy.optibid.nobid.NoBidPolicy;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Policies for gates at which an asset has no bid. */
@Path("/exchanges/{id}/no-bid-policies")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gates")
public class NoBidPolicyResource {
  private final NoBidPolicies policies;

  @Inject
  public NoBidPolicyResource(NoBidPolicies policies) {
    this.policies = policies;
  }

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(operationId = "listNoBidPolicies", summary = "Own policies, by market and asset")
  public Page<NoBidPolicy> list(@PathParam("id") UUID id) {
    return new Page<>(policies.list(id), null);
  }

  @PUT
  @Path("/{marketCode}/{assetId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.BIDS_SUBMIT)
  @Operation(
      operationId = "putNoBidPolicy",
      summary = "Say what happens where an asset has no bid at the venue before a gate",
      description =
          "default sends a template, last repeats the bid of the auction before, none does nothing and"
              + " tells everybody. Decided once per gate; what is sent passes every check, is labelled"
              + " as automatic and recorded in the audit trail.")
  @APIResponseSchema(NoBidPolicy.class)
  public Response put(
      @PathParam("id") UUID id,
      @PathParam("marketCode") String marketCode,
      @PathParam("assetId") UUID assetId,
      NoBidPolicies.Input input) {
    NoBidPolicy policy = policies.put(id, marketCode, assetId, input);
    return Reply.ok(policy).version(policy.version()).response();
  }

  @DELETE
  @Path("/{marketCode}/{assetId}")
  @RolesAllowed(Permissions.BIDS_SUBMIT)
  @Operation(operationId = "deleteNoBidPolicy", summary = "End an asset's policy")
  @APIResponse(responseCode = "204", description = "It has ended; what it submitted stays.")
  public void delete(
      @PathParam("id") UUID id,
      @PathParam("marketCode") String marketCode,
      @PathParam("assetId") UUID assetId) {
    policies.delete(id, marketCode, assetId);
  }
}

package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.AssetTerms;
import energy.optibid.settlement.SettlementInputs;
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

/** How an asset is settled. */
@Path("/assets/{id}/settlement-terms")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
public class SettlementTermsResource {
  private final SettlementInputs inputs;

  @Inject
  public SettlementTermsResource(SettlementInputs inputs) {
    this.inputs = inputs;
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(operationId = "getSettlementTerms", summary = "How an asset is settled")
  @APIResponseSchema(value = AssetTerms.class, responseCode = "200")
  public Response terms(@PathParam("id") UUID id) {
    return answer(inputs.terms(id));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "putSettlementTerms",
      summary = "State an asset's contract rate and its state's class",
      description = "Holds for statements calculated from now on.")
  @APIResponseSchema(value = AssetTerms.class, responseCode = "200")
  public Response setTerms(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      AssetTerms.Input input) {
    AssetTerms now = inputs.terms(id);
    IfMatch.require(ifMatch, now.version());
    return answer(inputs.setTerms(id, now.version(), input));
  }

  private static Response answer(AssetTerms terms) {
    return Reply.ok(terms).version(terms.version()).response();
  }
}

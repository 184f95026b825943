package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.ShadowSettlement;
import energy.optibid.settlement.ShadowSettlements;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.FileTypes;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements of others, held against own ones. */
@Path("/statements/{id}/shadow-settlements")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement")
public class ShadowResource {
  private final ShadowSettlements shadows;
  private final IdempotentAnswers answers;

  @Inject
  public ShadowResource(ShadowSettlements shadows, IdempotentAnswers answers) {
    this.shadows = shadows;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @Consumes(FileTypes.CSV)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "createShadowSettlement",
      summary = "Compare somebody else's statement with ours, line by line",
      description =
          "CSV of at most 1 MiB with the columns"
              + " asset_id,day,block,kind,source,quantity,price,amount. Kinds the file has no line"
              + " of are not compared; amounts may differ by 0.01.")
  @APIResponseSchema(value = ShadowSettlement.class, responseCode = "201")
  public Response create(
      @PathParam("id") UUID id,
      @QueryParam("name") @Parameter(required = true) @Nullable String name,
      String csv) {
    String from = Required.only("name", name);
    return answers.once(
        () -> {
          ShadowSettlement compared = shadows.compare(id, from, csv);
          return Reply.created("/shadow-settlements/" + compared.id() + "/differences", compared);
        });
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listShadowSettlements",
      summary = "Comparisons of a statement, newest first")
  public Page<ShadowSettlement> list(@PathParam("id") UUID id, @BeanParam Paging paging) {
    return shadows.list(id, paging.cursor(), paging.limit());
  }
}

package energy.optibid.web.assets;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetInput;
import energy.optibid.assets.Assets;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Assets of the organisation. */
@Path("/assets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assets", description = "Sites and assets with their technical limits")
public class AssetResource {
  private final Assets assets;
  private final IdempotentAnswers answers;

  @Inject
  public AssetResource(Assets assets, IdempotentAnswers answers) {
    this.assets = assets;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.ASSETS_READ)
  @Operation(operationId = "listAssets", summary = "Assets of the organisation")
  public Page<Asset> list(
      @QueryParam("areaCode") @Nullable String areaCode, @BeanParam Paging paging) {
    return assets.list(areaCode, paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.ASSETS_WRITE)
  @Operation(operationId = "createAsset", summary = "Add an asset")
  @APIResponseSchema(value = Asset.class, responseCode = "201")
  public Response create(AssetInput input) {
    return answers.once(
        () -> {
          Asset asset = assets.create(input);
          return Reply.created("/assets/" + asset.id(), asset).version(asset.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.ASSETS_READ)
  @Operation(operationId = "getAsset", summary = "One asset")
  @APIResponseSchema(value = Asset.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    return answer(assets.require(id));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.ASSETS_WRITE)
  @Operation(operationId = "replaceAsset", summary = "Replace every property of an asset")
  @APIResponseSchema(value = Asset.class, responseCode = "200")
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      AssetInput input) {
    return answer(assets.replace(id, seen(id, ifMatch), input));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.ASSETS_WRITE)
  @Operation(
      operationId = "deleteAsset",
      summary = "Delete an asset",
      description = "Refused as a conflict while bids refer to it.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    assets.delete(id, seen(id, ifMatch));
  }

  private long seen(UUID id, @Nullable String ifMatch) {
    long version = assets.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(Asset asset) {
    return Reply.ok(asset).version(asset.version()).response();
  }
}

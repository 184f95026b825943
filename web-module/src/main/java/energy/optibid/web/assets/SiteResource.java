package energy.optibid.web.assets;

import energy.optibid.assets.Site;
import energy.optibid.assets.SiteInput;
import energy.optibid.assets.Sites;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places where assets stand. */
@Path("/sites")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assets")
public class SiteResource {
  private final Sites sites;
  private final IdempotentAnswers answers;

  @Inject
  public SiteResource(Sites sites, IdempotentAnswers answers) {
    this.sites = sites;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.ASSETS_READ)
  @Operation(operationId = "listSites", summary = "Sites of the organisation")
  public Page<Site> list(@BeanParam Paging paging) {
    return sites.list(paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.ASSETS_WRITE)
  @Operation(operationId = "createSite", summary = "Add a site")
  @APIResponseSchema(value = Site.class, responseCode = "201")
  public Response create(SiteInput input) {
    return answers.once(
        () -> {
          Site site = sites.create(input);
          return Reply.created("/sites/" + site.id(), site).version(site.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.ASSETS_READ)
  @Operation(operationId = "getSite", summary = "One site")
  @APIResponseSchema(value = Site.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Site site = sites.require(id);
    return Reply.ok(site).version(site.version()).response();
  }
}

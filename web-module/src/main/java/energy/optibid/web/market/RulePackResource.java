package energy.optibid.web.market;

import energy.optibid.identity.Permissions;
import energy.optibid.rules.PackArchive;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rule packs that results were found under. They are the same for every organisation. */
@Path("/rule-packs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "market")
public class RulePackResource {
  private final PackArchive archive;

  @Inject
  public RulePackResource(PackArchive archive) {
    this.archive = archive;
  }

  @GET
  @Path("/{identity}")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getArchivedRulePack",
      summary = "The rule pack a result was found under",
      description =
          "Named by `rulePack` of a clearing run: the SHA-256 of its text. It stays as it was when"
              + " the market's pack changes.")
  public RulePackAnswer get(@PathParam("identity") String identity) {
    return RulePackAnswer.of(archive.require(identity));
  }
}

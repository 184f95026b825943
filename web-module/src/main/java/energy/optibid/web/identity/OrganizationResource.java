package energy.optibid.web.identity;

import energy.optibid.identity.Directory;
import energy.optibid.identity.Permissions;
import energy.optibid.identity.User;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's organisation and its people. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organization", description = "The organisation and its people")
public class OrganizationResource {
  private final Directory directory;

  @Inject
  public OrganizationResource(Directory directory) {
    this.directory = directory;
  }

  @GET
  @Path("/organization")
  @RolesAllowed(Permissions.ORGANIZATION_READ)
  @Operation(operationId = "getOrganization", summary = "The caller's organisation")
  public OrganizationAnswer organization() {
    return OrganizationAnswer.of(directory.organization());
  }

  @GET
  @Path("/users")
  @RolesAllowed(Permissions.USERS_READ)
  @Operation(operationId = "listUsers", summary = "People of the organisation, by time of joining")
  public Page<User> users(@BeanParam Paging paging) {
    return directory.users(paging.cursor(), paging.limit());
  }

  @GET
  @Path("/users/{id}")
  @RolesAllowed(Permissions.USERS_READ)
  @Operation(operationId = "getUser", summary = "One person of the organisation")
  public User user(@PathParam("id") UUID id) {
    return directory.user(id);
  }
}

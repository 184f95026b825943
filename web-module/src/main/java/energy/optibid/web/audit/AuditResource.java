package energy.optibid.web.audit;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditTrail;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what in the organisation. */
@Path("/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "Who did what")
public class AuditResource {
  private final AuditTrail trail;

  @Inject
  public AuditResource(AuditTrail trail) {
    this.trail = trail;
  }

  @GET
  @RolesAllowed(Permissions.AUDIT_READ)
  @Operation(operationId = "listAuditEntries", summary = "Entries, newest first")
  public Page<AuditEntry> list(@BeanParam Paging paging) {
    return trail.list(paging.cursor(), paging.limit());
  }
}

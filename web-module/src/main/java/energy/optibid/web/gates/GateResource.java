package energy.optibid.web.gates;

import energy.optibid.gates.GateWarnings;
import energy.optibid.gates.NextGates;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The next gates by the server's clock, and the caller's own warnings. */
@Path("/gates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gates", description = "The gates that close next")
public class GateResource {
  private static final int USUAL_LIMIT = 10;
  private static final int HIGHEST_LIMIT = 50;

  private final NextGates gates;
  private final GateWarnings warnings;

  @Inject
  public GateResource(NextGates gates, GateWarnings warnings) {
    this.gates = gates;
    this.warnings = warnings;
  }

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(
      operationId = "listNextGates",
      summary = "Open gates, own markets first, then the next to close",
      description =
          "With the server's time, to count from, and how many own bids are not at the venue. At most"
              + " 50, 10 if limit is left out.")
  public NextGates.Seen next(@QueryParam("limit") @Nullable Integer limit) {
    if (limit != null && (limit < 1 || limit > HIGHEST_LIMIT)) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is wrong.",
          List.of(new Fault("?limit", "out_of_range", "Must be from 1 to 50.")));
    }
    return gates.next(limit == null ? USUAL_LIMIT : limit);
  }

  @GET
  @Path("/warnings")
  @RolesAllowed(Permissions.NOTIFICATIONS_OWN)
  @Operation(operationId = "getGateWarnings", summary = "When one is warned of a gate")
  @APIResponseSchema(value = GateWarnings.Setting.class, responseCode = "200")
  public Response warnings() {
    Tenancy.require();
    return answer(warnings.get());
  }

  @PUT
  @Path("/warnings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.NOTIFICATIONS_OWN)
  @Operation(operationId = "putGateWarnings", summary = "Set when one is warned of a gate")
  @APIResponseSchema(value = GateWarnings.Setting.class, responseCode = "200")
  public Response put(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, GateWarnings.Input input) {
    Tenancy.require();
    long version = warnings.get().version();
    IfMatch.require(ifMatch, version);
    return answer(warnings.put(version, input));
  }

  private static Response answer(GateWarnings.Setting setting) {
    return Reply.ok(setting).version(setting.version()).response();
  }
}

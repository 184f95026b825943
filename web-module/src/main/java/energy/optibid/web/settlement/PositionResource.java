package energy.optibid.web.settlement;

import energy.optibid.identity.Permissions;
import energy.optibid.settlement.Positions;
import energy.optibid.settlement.Settlement;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Energy and money of the organisation. */
@Path("/positions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "positions", description = "Energy and money by asset and block")
public class PositionResource {
  private final Settlement settlement;

  @Inject
  public PositionResource(Settlement settlement) {
    this.settlement = settlement;
  }

  @GET
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "getPositions",
      summary = "Energy and money of an auction's latest run, by asset and block",
      description =
          "Energy is buy-positive (a sale is negative); money is receiving-positive. Amounts are"
              + " rounded once per award, half-even to the cent, and sums add rounded amounts.")
  public Positions positions(
      @QueryParam("auctionId") @Parameter(required = true) @Nullable UUID auctionId) {
    if (auctionId == null) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is missing.",
          List.of(new Fault("?auctionId", "required", "Name the auction.")));
    }
    return settlement.positions(auctionId);
  }
}

package energy.optibid.web.exchange;

import energy.optibid.clearing.DayOverview;
import energy.optibid.clearing.DayOverviews;
import energy.optibid.exchange.Exchanges;
import energy.optibid.identity.Permissions;
import energy.optibid.settlement.DayPosition;
import energy.optibid.settlement.Settlement;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A delivery day of an exchange: what its markets found, and the organisation's own position. */
@Path("/exchanges/{id}/days/{day}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exchanges")
public class ExchangeDayResource {
  private final Exchanges exchanges;
  private final DayOverviews overviews;
  private final Settlement settlement;

  @Inject
  public ExchangeDayResource(Exchanges exchanges, DayOverviews overviews, Settlement settlement) {
    this.exchanges = exchanges;
    this.overviews = overviews;
    this.settlement = settlement;
  }

  @GET
  @Path("/overview")
  @RolesAllowed(Permissions.EXCHANGES_READ)
  @Operation(
      operationId = "getDayOverview",
      summary = "Prices and volumes of every market and area of a day",
      description =
          "Series have one element per block of the day, index = block − 1, null before a result.")
  public DayOverview overview(@PathParam("id") UUID id, @PathParam("day") LocalDate day) {
    exchanges.require(id);
    return overviews.of(id, day);
  }

  @GET
  @Path("/position")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "getDayPosition",
      summary = "Own energy and money of a day by block, market and asset",
      description =
          "Energy is buy-positive (a sale is negative); money is receiving-positive. Amounts are"
              + " rounded once per award, and sums add rounded amounts.")
  public DayPosition position(@PathParam("id") UUID id, @PathParam("day") LocalDate day) {
    exchanges.require(id);
    return settlement.dayPosition(id, day);
  }
}

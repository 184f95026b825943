package energy.optibid.web.metering;

import energy.optibid.exchange.Exchanges;
import energy.optibid.identity.Permissions;
import energy.optibid.metering.AssetDeviation;
import energy.optibid.metering.MeterReadings;
import energy.optibid.shared.Fault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How far an asset was from its schedule. */
@Path("/assets/{id}/deviation")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meters")
public class DeviationResource {
  private final MeterReadings readings;
  private final Exchanges exchanges;

  @Inject
  public DeviationResource(MeterReadings readings, Exchanges exchanges) {
    this.readings = readings;
    this.exchanges = exchanges;
  }

  @GET
  @RolesAllowed(Permissions.METERS_READ)
  @Operation(
      operationId = "getDeviation",
      summary = "Schedule, meter and deviation of an asset's day, block by block",
      description =
          "The schedule is the sum of the asset's awards over every market of the exchange. Energy"
              + " is injection-positive, deviation is metered less scheduled. The percentage is of"
              + " the schedule; of wind and solar it is of the available capacity.")
  public AssetDeviation deviation(
      @PathParam("id") UUID id,
      @QueryParam("exchangeId") @Parameter(required = true) @Nullable UUID exchangeId,
      @QueryParam("day") @Parameter(required = true) @Nullable LocalDate day) {
    if (exchangeId == null || day == null) {
      throw Missing.of(
          exchangeId == null ? new Fault("?exchangeId", "required", "Name the exchange.") : null,
          day == null ? new Fault("?day", "required", "Name the delivery day.") : null);
    }
    exchanges.require(exchangeId);
    return readings.deviation(id, exchangeId, day);
  }
}

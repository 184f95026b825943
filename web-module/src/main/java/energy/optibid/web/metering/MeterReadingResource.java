package energy.optibid.web.metering;

import energy.optibid.exchange.Exchanges;
import energy.optibid.identity.Permissions;
import energy.optibid.metering.MeterReading;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.metering.RecordedReadings;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an asset's meter counted. */
@Path("/assets/{id}/meter-readings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meters", description = "Meter readings and deviation from the schedule")
public class MeterReadingResource {
  private final MeterReadings readings;
  private final Exchanges exchanges;
  private final IdempotentAnswers answers;

  @Inject
  public MeterReadingResource(
      MeterReadings readings, Exchanges exchanges, IdempotentAnswers answers) {
    this.readings = readings;
    this.exchanges = exchanges;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.METERS_READ)
  @Operation(
      operationId = "listMeterReadings",
      summary = "Readings of an asset's meter over a span of time",
      description =
          "Blocks that start in [from, to), at most 31 days. With an exchange, those of its"
              + " simulated days; without one, those of the real meter. Energy is"
              + " injection-positive.")
  public Page<MeterReading> list(
      @PathParam("id") UUID id,
      @QueryParam("from") @Parameter(required = true) @Nullable OffsetDateTime from,
      @QueryParam("to") @Parameter(required = true) @Nullable OffsetDateTime to,
      @QueryParam("exchangeId") @Nullable UUID exchangeId) {
    if (from == null || to == null) {
      throw Missing.of(
          from == null ? new Fault("?from", "required", "Say from when, with offset.") : null,
          to == null ? new Fault("?to", "required", "Say until when, with offset.") : null);
    }
    if (exchangeId != null) {
      exchanges.require(exchangeId);
    }
    return new Page<>(readings.between(id, exchangeId, from, to), null);
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.METERS_WRITE)
  @Operation(
      operationId = "recordMeterReadings",
      summary = "Record readings of a real meter",
      description =
          "Up to 3,000 readings, all or none. A block that has one gets the new one as its next"
              + " revision. Blocks are those of the asset's market; energy is injection-positive.")
  @APIResponseSchema(value = RecordedReadings.class, responseCode = "201")
  public Response record(@PathParam("id") UUID id, MeterReadingInput.Batch batch) {
    return answers.once(
        () -> Reply.created("/assets/" + id + "/meter-readings", readings.record(id, batch)));
  }
}

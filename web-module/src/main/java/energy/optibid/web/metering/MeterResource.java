package energy.optibid.web.metering;

import energy.optibid.exchange.Exchanges;
import energy.optibid.identity.Permissions;
import energy.optibid.metering.AssetDeviation;
import energy.optibid.metering.MeterReading;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.metering.RecordedReadings;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an asset's meter counted. */
@Path("/assets/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meters", description = "Meter readings and deviation from the schedule")
public class MeterResource {
  private final MeterReadings readings;
  private final Exchanges exchanges;
  private final IdempotentAnswers answers;

  @Inject
  public MeterResource(MeterReadings readings, Exchanges exchanges, IdempotentAnswers answers) {
    this.readings = readings;
    this.exchanges = exchanges;
    this.answers = answers;
  }

  @GET
  @Path("/meter-readings")
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
      throw missing(
          from == null ? new Fault("?from", "required", "Say from when, with offset.") : null,
          to == null ? new Fault("?to", "required", "Say until when, with offset.") : null);
    }
    if (exchangeId != null) {
      exchanges.require(exchangeId);
    }
    return new Page<>(readings.between(id, exchangeId, from, to), null);
  }

  @POST
  @Path("/meter-readings")
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

  @GET
  @Path("/deviation")
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
      throw missing(
          exchangeId == null ? new Fault("?exchangeId", "required", "Name the exchange.") : null,
          day == null ? new Fault("?day", "required", "Name the delivery day.") : null);
    }
    exchanges.require(exchangeId);
    return readings.deviation(id, exchangeId, day);
  }

  private static ProblemException missing(@Nullable Fault... faults) {
    List<Fault> found = new ArrayList<>();
    for (Fault fault : faults) {
      if (fault != null) {
        found.add(fault);
      }
    }
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "Query parameters are missing.", found);
  }
}

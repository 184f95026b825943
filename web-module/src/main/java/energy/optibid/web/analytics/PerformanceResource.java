package energy.optibid.web.analytics;

import energy.optibid.analytics.BidPerformances;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.Span;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the own bids did. */
@Path("/analytics/performance")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permissions.AWARDS_READ)
@Tag(name = "analytics")
public class PerformanceResource {
  private final BidPerformances performances;

  @Inject
  public PerformanceResource(BidPerformances performances) {
    this.performances = performances;
  }

  @GET
  @Operation(
      operationId = "analysePerformance",
      summary = "How the own bids did, by market, area and side",
      description =
          "Offered and awarded energy, hit rate, value and average price against the area's mean"
              + " over the span. Awards of blocks that start in [from, to), at most 366 days. Without"
              + " an exchange, those of real markets and imported days.")
  @APIResponseSchema(value = PerformanceAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed")
  public PerformanceAnswer performance(
      @QueryParam("marketCode") @Nullable String marketCode,
      @QueryParam("exchangeId") @Nullable UUID exchangeId,
      @QueryParam("from") @Parameter(required = true) @Nullable OffsetDateTime from,
      @QueryParam("to") @Parameter(required = true) @Nullable OffsetDateTime to) {
    List<Fault> faults = new ArrayList<>();
    OffsetDateTime begin =
        SeriesParameters.required("from", from, "Say from when, with offset.", faults);
    OffsetDateTime end =
        SeriesParameters.required("to", to, "Say until when, with offset.", faults);
    if (begin == null || end == null) {
      throw SeriesParameters.missing(faults);
    }
    return new PerformanceAnswer(
        Engine.POSTGRESQL,
        performances.of(exchangeId, marketCode, new Span(begin.toInstant(), end.toInstant())));
  }
}

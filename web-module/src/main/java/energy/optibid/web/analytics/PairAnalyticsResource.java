package energy.optibid.web.analytics;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.Correlation;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Spread;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.web.analytics.SeriesParameters.Question;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the prices of two areas go together. */
@Path("/analytics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permissions.MARKET_READ)
@Tag(name = "analytics")
public class PairAnalyticsResource {
  private static final int WINDOW = 30;

  private final PriceAnalytics analytics;

  @Inject
  public PairAnalyticsResource(PriceAnalytics analytics) {
    this.analytics = analytics;
  }

  @GET
  @Path("/spread")
  @Operation(
      operationId = "analyseSpread",
      summary = "By how much an area is dearer than another, by interval",
      description =
          "Of blocks of the same start and length that both have. The other area is of the same"
              + " market unless otherMarketCode is given, which must have the same currency.")
  @APIResponseSchema(value = SpreadAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public SpreadAnswer spread(
      @BeanParam SeriesParameters parameters,
      @QueryParam("otherMarketCode") @Nullable String otherMarketCode,
      @QueryParam("otherArea") @Parameter(required = true) @Nullable String otherArea,
      @QueryParam("interval") @Parameter(description = "day unless given")
          @Nullable Interval interval) {
    Question question = parameters.question();
    Analysis<List<Spread>> found =
        analytics.spread(
            question.series(),
            other(question.series(), otherMarketCode, otherArea),
            question.span(),
            orDay(interval));
    return new SpreadAnswer(found.engine(), found.result());
  }

  @GET
  @Path("/correlation")
  @Operation(
      operationId = "analyseCorrelation",
      summary = "How closely the prices of two areas move together",
      description =
          "Pearson's coefficient over the span, and over a window of so many intervals (30 unless"
              + " given) that moves on interval by interval. Of blocks of the same start and length"
              + " that both have.")
  @APIResponseSchema(value = CorrelationAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public CorrelationAnswer correlation(
      @BeanParam SeriesParameters parameters,
      @QueryParam("otherMarketCode") @Nullable String otherMarketCode,
      @QueryParam("otherArea") @Parameter(required = true) @Nullable String otherArea,
      @QueryParam("interval") @Parameter(description = "day unless given")
          @Nullable Interval interval,
      @QueryParam("window") @Nullable Integer window) {
    Question question = parameters.question();
    Analysis<Correlation> found =
        analytics.correlation(
            question.series(),
            other(question.series(), otherMarketCode, otherArea),
            question.span(),
            orDay(interval),
            window == null ? WINDOW : window);
    return new CorrelationAnswer(found.engine(), found.result());
  }

  private static SeriesKey other(
      SeriesKey series, @Nullable String marketCode, @Nullable String area) {
    if (area == null || area.isEmpty()) {
      throw SeriesParameters.missing(
          List.of(new Fault("?otherArea", "required", "Name the other area.")));
    }
    return new SeriesKey(
        marketCode == null ? series.marketCode() : marketCode,
        area,
        series.source(),
        series.exchangeId());
  }

  private static Interval orDay(@Nullable Interval interval) {
    return interval == null ? Interval.DAY : interval;
  }
}

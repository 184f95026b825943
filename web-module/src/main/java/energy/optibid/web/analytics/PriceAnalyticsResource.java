package energy.optibid.web.analytics;

import energy.optibid.analytics.Analysis;
import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import energy.optibid.analytics.AnomalyRule.Method;
import energy.optibid.analytics.AnomalyRule.Season;
import energy.optibid.analytics.DayFigures;
import energy.optibid.analytics.Interval;
import energy.optibid.analytics.PriceAnalytics;
import energy.optibid.analytics.PriceBucket;
import energy.optibid.analytics.PriceDistribution;
import energy.optibid.analytics.Volatility;
import energy.optibid.identity.Permissions;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the prices of one area say in numbers. */
@Path("/analytics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permissions.MARKET_READ)
@Tag(name = "analytics", description = "What prices and bids say in numbers")
public class PriceAnalyticsResource {
  private static final int WINDOW_DAYS = 28;
  private static final BigDecimal THRESHOLD = new BigDecimal("3.5");

  private final PriceAnalytics analytics;
  private final Clock clock;

  @Inject
  public PriceAnalyticsResource(PriceAnalytics analytics, Clock clock) {
    this.analytics = analytics;
    this.clock = clock;
  }

  @GET
  @Path("/day")
  @Operation(
      operationId = "analyseDay",
      summary = "Key figures of a delivery day as it stands, beside those of the week before",
      description =
          "Latest block that has begun, cheapest and dearest, mean over time, volatility, blocks"
              + " below zero, volume, and the means of the day before and of the seven days before."
              + " Without a day, the one it is now in the market's time zone.")
  @APIResponseSchema(value = DayFiguresAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public DayFiguresAnswer day(
      @BeanParam AreaParameters parameters, @QueryParam("day") @Nullable LocalDate day) {
    // blocks begin at whole minutes, and within one all get the same answer
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Analysis<DayFigures> found = analytics.day(parameters.series(), day, now);
    return new DayFiguresAnswer(found.engine(), found.result());
  }

  @GET
  @Path("/ohlc")
  @Operation(
      operationId = "analyseOhlc",
      summary = "First, highest, lowest, last and mean price and volume by interval",
      description =
          "Intervals are those of the market's time zone; those without a price are left out. The"
              + " mean is over time. At most 36,000 intervals and ten years.")
  @APIResponseSchema(value = OhlcAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public OhlcAnswer ohlc(
      @BeanParam SeriesParameters parameters,
      @QueryParam("interval") @Parameter(description = "hour unless given")
          @Nullable Interval interval) {
    Question question = parameters.question();
    Analysis<List<PriceBucket>> found =
        analytics.buckets(question.series(), question.span(), orHour(interval));
    return new OhlcAnswer(found.engine(), found.result());
  }

  @GET
  @Path("/distribution")
  @Operation(
      operationId = "analyseDistribution",
      summary = "Histogram and quantiles of prices",
      description =
          "Edges and quantiles are numbers separated by commas. A bin takes prices of at least its"
              + " lower edge and below its upper one; there is one below all edges and one above."
              + " Quantiles are by nearest rank: prices that were. At most ten years.")
  @APIResponseSchema(value = DistributionAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public DistributionAnswer distribution(
      @BeanParam SeriesParameters parameters,
      @QueryParam("edges") @Nullable String edges,
      @QueryParam("quantiles") @Nullable String quantiles) {
    Question question = parameters.question();
    Analysis<PriceDistribution> found =
        analytics.distribution(
            question.series(),
            question.span(),
            SeriesParameters.numbers("edges", edges),
            SeriesParameters.numbers("quantiles", quantiles));
    return new DistributionAnswer(found.engine(), found.result());
  }

  @GET
  @Path("/volatility")
  @Operation(
      operationId = "analyseVolatility",
      summary = "How much prices jump from block to block, by interval",
      description =
          "Sample standard deviation of the differences of consecutive prices, those across holes"
              + " left out. Not of returns: prices go through zero.")
  @APIResponseSchema(value = VolatilityAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public VolatilityAnswer volatility(
      @BeanParam SeriesParameters parameters,
      @QueryParam("interval") @Parameter(description = "day unless given")
          @Nullable Interval interval) {
    Question question = parameters.question();
    Analysis<List<Volatility>> found =
        analytics.volatility(
            question.series(), question.span(), interval == null ? Interval.DAY : interval);
    return new VolatilityAnswer(found.engine(), found.result());
  }

  @GET
  @Path("/anomalies")
  @Operation(
      operationId = "analyseAnomalies",
      summary = "Prices and volumes out of the ordinary, and holes",
      description =
          "robust_z: each block is held against the same time of day in windowDays (28 unless"
              + " given) days before it, by the robust z-score of median and MAD. stl: span and"
              + " window are decomposed into trend, season (day or week) and residual by STL, and"
              + " the residual is scored in the same way. Above the threshold (3.5 unless given) it"
              + " is an anomaly. At most 366 days.")
  @APIResponseSchema(value = AnomaliesAnswer.class, responseCode = "200")
  @APIResponse(responseCode = "422", description = "validation_failed, with every fault")
  public AnomaliesAnswer anomalies(
      @BeanParam SeriesParameters parameters,
      @QueryParam("method") @Parameter(description = "robust_z unless given")
          @Nullable Method method,
      @QueryParam("season") @Parameter(description = "day unless given; of stl only")
          @Nullable Season season,
      @QueryParam("threshold") @Nullable String threshold,
      @QueryParam("windowDays") @Nullable Integer windowDays) {
    Question question = parameters.question();
    AnomalyRule rule =
        new AnomalyRule(
            method == null ? Method.ROBUST_Z : method,
            threshold == null ? THRESHOLD : SeriesParameters.number("threshold", threshold),
            windowDays == null ? WINDOW_DAYS : windowDays,
            season == null ? Season.DAY : season);
    Analysis<List<Anomaly>> found = analytics.anomalies(question.series(), question.span(), rule);
    return new AnomaliesAnswer(found.engine(), found.result());
  }

  private static Interval orHour(@Nullable Interval interval) {
    return interval == null ? Interval.HOUR : interval;
  }
}

package energy.optibid.web.market;

import energy.optibid.identity.Permissions;
import energy.optibid.market.PriceCharts;
import energy.optibid.market.PriceCoverage;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.PriceSource;
import energy.optibid.market.Prices;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices over time. */
@Path("/prices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "market")
public class PriceResource {
  private final Prices prices;
  private final PriceCharts charts;

  @Inject
  public PriceResource(Prices prices, PriceCharts charts) {
    this.prices = prices;
    this.charts = charts;
  }

  @GET
  @Path("/series")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "listPriceSeries",
      summary = "Prices of one area as a chart needs them",
      description =
          "Columns of the same length, one series for each source; published is what the market"
              + " published, cleared what was cleared here, and simulated says whether the market"
              + " is one of our own. Without a resolution the finest that is legible: blocks up to"
              + " 31 days, hours up to 124, then days, cut in the market's time zone. At most"
              + " 36,000 points.")
  public Page<PriceSeries> series(
      @QueryParam("marketCode") @Parameter(required = true) @Nullable String marketCode,
      @QueryParam("area") @Parameter(required = true) @Nullable String area,
      @QueryParam("from") @Parameter(required = true) @Nullable OffsetDateTime from,
      @QueryParam("to") @Parameter(required = true) @Nullable OffsetDateTime to,
      @QueryParam("resolution") @Nullable PriceResolution resolution,
      @QueryParam("source") @Nullable PriceSource source) {
    if (marketCode == null || area == null || from == null || to == null) {
      List<Fault> faults = missing(marketCode, from, to);
      if (area == null) {
        faults.add(new Fault("?area", "required", "Name the area."));
      }
      throw refused(faults);
    }
    return new Page<>(charts.series(marketCode, area, from, to, resolution, source), null);
  }

  @GET
  @Path("/coverage")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "listPriceCoverage",
      summary = "Which markets and areas have prices, and from when to when")
  public Page<PriceCoverage> coverage(@QueryParam("marketCode") @Nullable String marketCode) {
    return new Page<>(charts.coverage(marketCode), null);
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "listPrices",
      summary = "Prices of a span of time",
      description =
          "Blocks that start in [from, to), at most 366 days of one area or 32 days of all. Without"
              + " an auction, those of the latest auction of each day, and imported prices before those.")
  public Page<PricePoint> list(
      @QueryParam("marketCode") @Parameter(required = true) @Nullable String marketCode,
      @QueryParam("area") @Nullable String area,
      @QueryParam("from") @Parameter(required = true) @Nullable OffsetDateTime from,
      @QueryParam("to") @Parameter(required = true) @Nullable OffsetDateTime to,
      @QueryParam("source") @Nullable PriceSource source,
      @QueryParam("auctionId") @Nullable UUID auctionId) {
    if (marketCode == null || from == null || to == null) {
      throw refused(missing(marketCode, from, to));
    }
    return new Page<>(prices.between(marketCode, area, from, to, source, auctionId), null);
  }

  private static List<Fault> missing(
      @Nullable String marketCode, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
    List<Fault> faults = new ArrayList<>();
    if (marketCode == null) {
      faults.add(new Fault("?marketCode", "required", "Name the market."));
    }
    if (from == null) {
      faults.add(new Fault("?from", "required", "Say from when, with offset."));
    }
    if (to == null) {
      faults.add(new Fault("?to", "required", "Say until when, with offset."));
    }
    return faults;
  }

  private static ProblemException refused(List<Fault> faults) {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "Query parameters are missing.", faults);
  }
}

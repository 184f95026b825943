package energy.optibid.web.market;

import energy.optibid.identity.Permissions;
import energy.optibid.market.PricePoint;
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

  @Inject
  public PriceResource(Prices prices) {
    this.prices = prices;
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "listPrices",
      summary = "Prices of a span of time",
      description =
          "Blocks that start in [from, to), at most 366 days of one area or 32 days of all. Without"
              + " an auction, those of the latest auction of each day.")
  public Page<PricePoint> list(
      @QueryParam("marketCode") @Parameter(required = true) @Nullable String marketCode,
      @QueryParam("area") @Nullable String area,
      @QueryParam("from") @Parameter(required = true) @Nullable OffsetDateTime from,
      @QueryParam("to") @Parameter(required = true) @Nullable OffsetDateTime to,
      @QueryParam("source") @Nullable PriceSource source,
      @QueryParam("auctionId") @Nullable UUID auctionId) {
    if (marketCode == null || from == null || to == null) {
      throw missing(marketCode, from, to);
    }
    return new Page<>(prices.between(marketCode, area, from, to, source, auctionId), null);
  }

  private static ProblemException missing(
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
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "Query parameters are missing.", faults);
  }
}

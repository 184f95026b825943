package energy.optibid.web.market;

import energy.optibid.identity.Permissions;
import energy.optibid.market.BidArea;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Markets with their areas and dated rules. They are the same for every organisation. */
@Path("/markets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "market", description = "Operators, markets, areas, rules, auctions, prices")
public class MarketResource {
  private static final int MOST_DAYS = 62;

  private final Markets markets;
  private final BidAreas areas;
  private final Rules rules;

  @Inject
  public MarketResource(Markets markets, BidAreas areas, Rules rules) {
    this.markets = markets;
    this.areas = areas;
    this.rules = rules;
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(operationId = "listMarkets", summary = "Every market")
  public Page<Market> list() {
    return new Page<>(markets.all(), null);
  }

  @GET
  @Path("/{code}")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(operationId = "getMarket", summary = "One market")
  public Market get(@PathParam("code") String code) {
    return markets.find(code).orElseThrow(() -> ProblemException.notFound("market"));
  }

  @GET
  @Path("/{code}/areas")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "listAreas",
      summary = "Areas of a market",
      description = "Bidding areas first, then neighbours and published indices.")
  public Page<BidArea> areas(@PathParam("code") String code) {
    get(code);
    return new Page<>(areas.of(code), null);
  }

  @GET
  @Path("/{code}/rules")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getRules",
      summary = "Rules in force on a delivery day",
      description = "Each with its period, its source and how sure we are of it.")
  public RulesAnswer rules(
      @PathParam("code") String code,
      @QueryParam("day") @Parameter(description = "Delivery day, YYYY-MM-DD.", required = true)
          @Nullable LocalDate day) {
    get(code);
    if (day == null) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is missing.",
          List.of(new Fault("?day", "required", "Name the delivery day.")));
    }
    return RulesAnswer.of(code, day, rules.inForce(code, day));
  }

  @GET
  @Path("/{code}/rule-pack")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getRulePack",
      summary = "Every dated rule of a market",
      description =
          "Past, present and future values, each with its period, its source and how sure we are"
              + " of it. A delivery day is judged by the values whose period holds it.")
  public RulePackAnswer rulePack(@PathParam("code") String code) {
    get(code);
    return RulePackAnswer.of(rules.pack(code));
  }

  @GET
  @Path("/{code}/calendar")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getCalendar",
      summary = "Auctions and gates by delivery day",
      description =
          "Computed from the dated rule pack, each day under the rules that hold on it: what the"
              + " scheduler of a simulated exchange works by. At most 62 days at once.")
  public CalendarAnswer calendar(
      @PathParam("code") String code,
      @QueryParam("from")
          @Parameter(description = "First delivery day, YYYY-MM-DD.", required = true)
          @Nullable LocalDate from,
      @QueryParam("to") @Parameter(description = "Last delivery day, inclusive.", required = true)
          @Nullable LocalDate to) {
    Market market = get(code);
    List<Fault> faults = new ArrayList<>();
    if (from == null) {
      faults.add(new Fault("?from", "required", "Name the first delivery day."));
    }
    if (to == null) {
      faults.add(new Fault("?to", "required", "Name the last delivery day."));
    }
    if (from != null && to != null) {
      long days = ChronoUnit.DAYS.between(from, to) + 1;
      if (days < 1 || days > MOST_DAYS) {
        faults.add(new Fault("?to", "range", "Ask for 1 to " + MOST_DAYS + " days."));
      }
    }
    if (from == null || to == null || !faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST, "The days are not as they should be.", faults);
    }
    return CalendarAnswer.of(market, rules, from.datesUntil(to.plusDays(1)));
  }
}

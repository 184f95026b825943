package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.COMPLETE;
import static energy.optibid.engine.clearing.Violation.Rule.LOT;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one period clears its hourly orders, accepted blocks being fixed exchanges. Where
 * lossless links without ramps are all that joins its zones, the checks of a single delivery block
 * do; else each zone is checked as if it stood alone with what leaves it, and the network apart.
 */
final class PeriodCheck {
  private PeriodCheck() {}

  static void check(AuctionClaim claim, int period) {
    StandingPeriod standing = new StandingPeriod(claim, period);
    if (!coupled(claim, period)) {
      claim.add(period, standing.violations());
    } else if (isComplete(claim, period)) {
      Map<String, Long> leaving = NetworkCheck.check(claim, period);
      List<String> parts =
          leaving.keySet().stream()
              .filter(zone -> leaving.getOrDefault(zone, 0L) % claim.lot.kilowatts() != 0)
              .toList();
      if (parts.isEmpty()) {
        claim.add(period, standing.violationsWithinZones(leaving));
      } else {
        claim.broken(LOT, "period " + period, "%s send parts of a lot", parts);
      }
    }
  }

  /** Whether more than lossless links without ramps joins the zones or periods. */
  static boolean coupled(AuctionClaim claim, int period) {
    AuctionPeriod here = claim.period(period);
    return !here.flowLimits().isEmpty()
        || here.links().stream()
            .anyMatch(
                link ->
                    isRamped(claim, link.id())
                        || claim.problem.losses().stream()
                            .anyMatch(loss -> loss.link().equals(link.id())))
        || claim.problem.complexes().stream()
            .anyMatch(order -> gradientBinds(claim, order, period));
  }

  static boolean isRamped(AuctionClaim claim, String link) {
    return claim.problem.ramps().stream().anyMatch(ramp -> ramp.link().equals(link));
  }

  /** Whether an order's steps are filled as its gradient allows, not step by step. */
  static boolean gradientBinds(AuctionClaim claim, ComplexOrder order, int period) {
    return order.gradient().isPresent()
        && claim.active(order.id())
        && !order.steps().getOrDefault(period, List.of()).isEmpty();
  }

  static Optional<LinkTerms> link(AuctionClaim claim, int period, String id) {
    Optional<Link> link =
        claim.period(period).links().stream().filter(l -> l.id().equals(id)).findFirst();
    Optional<LinkFlow> flow =
        claim.result.period(period).flows().stream().filter(f -> f.linkId().equals(id)).findFirst();
    return link.flatMap(l -> flow.map(f -> new LinkTerms(claim, period, l, f)));
  }

  private static boolean isComplete(AuctionClaim claim, int period) {
    ClearingResult result = claim.result.period(period);
    List<String> links = claim.period(period).links().stream().map(Link::id).sorted().toList();
    List<String> flows = result.flows().stream().map(LinkFlow::linkId).sorted().toList();
    boolean complete = links.equals(flows);
    if (!complete) {
      claim.broken(COMPLETE, "period " + period, "flows of %s, not of %s", flows, links);
    }
    for (ComplexOrder order : claim.problem.complexes()) {
      if (gradientBinds(claim, order, period)) {
        complete &= isComplete(claim, order, period);
      }
    }
    return complete;
  }

  private static boolean isComplete(AuctionClaim claim, ComplexOrder order, int period) {
    List<Step> offered = order.steps().getOrDefault(period, List.of());
    Optional<OrderFill> fill = claim.fill(order.id(), period);
    List<Step> filled =
        fill.map(OrderFill::steps).orElse(List.of()).stream()
            .map(step -> new Step(step.price(), step.offered()))
            .toList();
    if (!offered.equals(filled) || !fill.map(OrderFill::zone).equals(Optional.of(order.zone()))) {
      claim.broken(COMPLETE, order.id(), "period %d fills %s of %s", period, filled, offered);
      return false;
    }
    for (StepFill step : fill.map(OrderFill::steps).orElse(List.of())) {
      long accepted = step.accepted().kilowatts();
      if (accepted < 0
          || accepted > step.offered().kilowatts()
          || accepted % claim.lot.kilowatts() != 0) {
        claim.broken(LOT, order.id(), "%s accepted of %s", step.accepted(), step.offered());
        return false;
      }
    }
    return true;
  }
}

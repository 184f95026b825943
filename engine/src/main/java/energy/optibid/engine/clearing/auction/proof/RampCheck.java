package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.RAMP;

import energy.optibid.engine.clearing.auction.RampLimit;
import energy.optibid.engine.units.Power;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a ramped link's flow changes by its step at most, and no other flow within step and
 * capacity would earn more from the price differences: Σ (π_to − π_from)·f is greatest. Published
 * prices are whole units, so it may miss one unit on all its capacity.
 */
final class RampCheck {
  private RampCheck() {}

  static void check(AuctionClaim claim) {
    for (RampLimit ramp : claim.problem.ramps()) {
      List<LinkTerms> path = new ArrayList<>();
      for (int period = 1; period <= claim.periods(); period++) {
        PeriodCheck.link(claim, period, ramp.link()).ifPresent(path::add);
      }
      if (path.size() == claim.periods() && keepsLimit(claim, ramp, path)) {
        earnsMost(claim, ramp, path);
      }
    }
  }

  private static boolean keepsLimit(AuctionClaim claim, RampLimit ramp, List<LinkTerms> path) {
    Optional<Long> before = ramp.before().map(Power::kilowatts);
    for (LinkTerms link : path) {
      long flow = link.flow();
      long step = ramp.step().kilowatts();
      if (before.filter(last -> Math.abs(flow - last) > step).isPresent()) {
        claim.broken(
            RAMP, ramp.link(), "from %d kW to %d kW; at most %d kW", before.get(), flow, step);
        return false;
      }
      before = Optional.of(flow);
    }
    return true;
  }

  /** Says nothing where a loss at negative prices makes sending back and forth pay. */
  private static void earnsMost(AuctionClaim claim, RampLimit ramp, List<LinkTerms> path) {
    Optional<ConcaveValue> best =
        ramp.before().map(flow -> ConcaveValue.nothing(flow.kilowatts(), flow.kilowatts()));
    BigInteger earned = BigInteger.ZERO;
    BigInteger unit = BigInteger.ZERO;
    for (LinkTerms link : path) {
      ConcaveValue here = link.value();
      Optional<ConcaveValue> reached = best.map(value -> value.spread(ramp.step().kilowatts()));
      if (!link.isConcave() || reached.filter(value -> !value.meets(here)).isPresent()) {
        return;
      }
      best = Optional.of(reached.map(here::plus).orElse(here));
      earned = earned.add(link.earned());
      unit = unit.add(link.unit());
    }
    BigInteger missed = best.map(ConcaveValue::greatest).orElse(earned).subtract(earned);
    if (missed.compareTo(unit) > 0) {
      claim.broken(RAMP, ramp.link(), "another flow would earn %s more at these prices", missed);
    }
  }
}

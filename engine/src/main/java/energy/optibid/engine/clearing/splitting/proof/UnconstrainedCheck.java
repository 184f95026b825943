package energy.optibid.engine.clearing.splitting.proof;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.units.Price;
import java.util.Optional;

/** At the unconstrained price all curves together want nothing, within a tick. */
final class UnconstrainedCheck {
  private final CurveProblem problem;
  private final CurveResult result;

  UnconstrainedCheck(CurveProblem problem, CurveResult result) {
    this.problem = problem;
    this.result = result;
  }

  Optional<Violation> violation() {
    Price price = result.unconstrainedPrice();
    long here = price.tenThousandths();
    long tick = problem.tick().tenThousandths();
    double most = 0;
    double least = 0;
    double bought = 0;
    double boughtLeast = 0;
    double sold = 0;
    for (CurveOrder order : problem.orders()) {
      CurveReading curve = new CurveReading(order);
      double high = curve.most(here - tick);
      double low = curve.least(here + tick);
      most += high;
      least += low;
      bought += Math.max(high, 0);
      boughtLeast += Math.max(low, 0);
      sold -= Math.min(low, 0);
    }
    double slack = 1 + 1e-3 * problem.orders().size();
    boolean atCap = price.equals(problem.rules().cap());
    boolean atFloor = price.equals(problem.rules().floor());
    double volume = result.unconstrainedVolume().kilowatts();
    double lot = problem.rules().lot().kilowatts();
    boolean priceHolds = (most >= -slack || atFloor) && (least <= slack || atCap);
    boolean volumeHolds =
        volume <= Math.min(bought, sold) + slack
            && (atCap || volume >= Math.min(boughtLeast, sold) - lot - slack);
    return priceHolds && volumeHolds
        ? Optional.empty()
        : Optional.of(
            new Violation(
                Rule.PRICE_INTERVAL,
                "unconstrained",
                "at %s all curves want %.1f to %.1f kW and %.1f kW is said to be traded"
                    .formatted(price, least, most, volume)));
  }
}

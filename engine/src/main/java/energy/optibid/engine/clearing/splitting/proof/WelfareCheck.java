package energy.optibid.engine.clearing.splitting.proof;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.units.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Welfare as the area under the curves, summed again in real numbers. */
final class WelfareCheck {
  /** Each curve's last price is rounded by at most 10⁻⁴ per MWh. */
  private static final double PER_MEGAWATT_HOUR = 1e-4;

  private final CurveProblem problem;
  private final Money stated;
  private final Map<String, OrderFill> fills;

  WelfareCheck(CurveProblem problem, Money stated, Map<String, OrderFill> fills) {
    this.problem = problem;
    this.stated = stated;
    this.fills = fills;
  }

  Optional<Violation> violation() {
    double hours = problem.block().duration().toSeconds() / 3600.0;
    double sum = 0;
    double slack = 1e-6;
    for (CurveOrder order : problem.orders()) {
      OrderFill fill = fills.get(order.id());
      if (fill == null) {
        continue;
      }
      double net = fill.accepted().toMegawatts().doubleValue();
      sum += area(order.corners(), fill.side() == Side.BUY ? net : -net) * hours;
      slack += PER_MEGAWATT_HOUR * net * hours + 1e-9 * Math.abs(sum);
    }
    double said = stated.amount().doubleValue();
    return Math.abs(said - sum) <= slack
        ? Optional.empty()
        : Optional.of(
            new Violation(Rule.STATEMENT, "welfare", "%.6f, not %.6f".formatted(sum, said)));
  }

  /** ∫ price over quantity from nothing to what was accepted, MW × currency per MWh. */
  private static double area(List<CurveCorner> corners, double net) {
    double sum = 0;
    double from = Math.min(net, 0);
    double to = Math.max(net, 0);
    double firstQuantity = quantity(corners, 0);
    sum += Math.max(0, to - Math.max(from, firstQuantity)) * price(corners, 0);
    for (int i = 1; i < corners.size(); i++) {
      double high = quantity(corners, i - 1);
      double low = quantity(corners, i);
      double a = Math.min(high, to);
      double b = Math.max(low, from);
      if (a > b) {
        sum += (a - b) * (at(corners, i, a) + at(corners, i, b)) / 2;
      }
    }
    int last = corners.size() - 1;
    sum += Math.max(0, Math.min(to, quantity(corners, last)) - from) * price(corners, last);
    return net < 0 ? -sum : sum;
  }

  private static double at(List<CurveCorner> corners, int i, double quantity) {
    double high = quantity(corners, i - 1);
    double low = quantity(corners, i);
    double part = (high - quantity) / (high - low);
    return price(corners, i - 1) + part * (price(corners, i) - price(corners, i - 1));
  }

  private static double price(List<CurveCorner> corners, int i) {
    return corners.get(i).price().toBigDecimal().doubleValue();
  }

  private static double quantity(List<CurveCorner> corners, int i) {
    return corners.get(i).quantity().toMegawatts().doubleValue();
  }
}

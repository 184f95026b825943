package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Power;
import java.util.List;

/**
 * What became of one order.
 *
 * @param steps one for each of the order's steps, at the same index
 */
public record OrderFill(String orderId, String zone, Side side, List<StepFill> steps) {
  public OrderFill {
    steps = List.copyOf(steps);
  }

  public Power offered() {
    return new Power(steps.stream().mapToLong(step -> step.offered().kilowatts()).sum());
  }

  public Power accepted() {
    return new Power(steps.stream().mapToLong(step -> step.accepted().kilowatts()).sum());
  }
}

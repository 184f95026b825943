package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** An allocation that keeps balance and limits but cares about nothing else. */
final class RandomAllocation {
  private record Lot(Side side, Price price) {}

  private RandomAllocation() {}

  /** Its welfare for the block; empty when the flows drawn leave a zone that cannot balance. */
  static Optional<BigDecimal> welfare(ClearingProblem problem, Random random) {
    long lot = problem.rules().lot().kilowatts();
    Map<String, Long> leaving = new HashMap<>();
    for (Link link : problem.links()) {
      long forward = link.forwardCapacity().kilowatts() / lot;
      long reverse = link.reverseCapacity().kilowatts() / lot;
      long flow = random.nextInt((int) (forward + reverse) + 1) - reverse;
      // half of all draws leave a link idle, so that more of them balance
      flow = random.nextBoolean() ? flow : 0;
      leaving.merge(link.from(), flow, Long::sum);
      leaving.merge(link.to(), -flow, Long::sum);
    }
    for (ExternalExchange exchange : problem.exchanges()) {
      leaving.merge(exchange.zone(), exchange.export().kilowatts() / lot, Long::sum);
    }
    long value = 0;
    for (BorderNode border : problem.borders()) {
      value -= border.price().tenThousandths() * leaving.getOrDefault(border.id(), 0L);
    }
    for (String zone : problem.zones()) {
      List<Lot> sells = lots(problem, zone, Side.SELL, lot);
      List<Lot> buys = lots(problem, zone, Side.BUY, lot);
      long net = leaving.getOrDefault(zone, 0L);
      long least = Math.max(0, net);
      long most = Math.min(sells.size(), buys.size() + net);
      if (least > most) {
        return Optional.empty();
      }
      long sold = least + random.nextInt((int) (most - least) + 1);
      for (int i = 0; i < sold; i++) {
        value -= sells.remove(random.nextInt(sells.size())).price().tenThousandths();
      }
      for (int i = 0; i < sold - net; i++) {
        value += buys.remove(random.nextInt(buys.size())).price().tenThousandths();
      }
    }
    return Optional.of(
        BigDecimal.valueOf(value * lot, 7)
            .multiply(BigDecimal.valueOf(problem.block().duration().toMinutes()))
            .divide(BigDecimal.valueOf(60), 13, RoundingMode.HALF_EVEN));
  }

  private static List<Lot> lots(ClearingProblem problem, String zone, Side side, long lot) {
    List<Lot> lots = new ArrayList<>();
    for (Order order : problem.orders()) {
      if (order.zone().equals(zone) && order.side() == side) {
        for (Step step : order.steps()) {
          for (long i = 0; i < step.quantity().kilowatts() / lot; i++) {
            lots.add(new Lot(side, step.price()));
          }
        }
      }
    }
    return lots;
  }
}

package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A shared auction as one of its participants may replay it. The others' hourly orders are added up
 * to one per zone and side, and their blocks and complex orders are fixed at what they were
 * awarded, so that nobody's order can be told from the rest. It clears approximately as the auction
 * did: fixed blocks do not react to a change, and interpolated curves are rounded to the lot where
 * they are added up.
 */
public final class AnonymousBook {
  private static final String PREFIX = "others/";

  private final AuctionProblem problem;
  private final AuctionResult cleared;
  private final Predicate<String> own;

  private AnonymousBook(AuctionProblem problem, AuctionResult cleared, Predicate<String> own) {
    this.problem = problem;
    this.cleared = cleared;
    this.own = own;
  }

  /**
   * The aggregate of an auction.
   *
   * @param cleared the auction's result, for the awards of the others' blocks
   * @param own which order, curve and block ids are the participant's own; they stay as they are
   */
  public static AuctionProblem of(
      AuctionProblem problem, AuctionResult cleared, Predicate<String> own) {
    return new AnonymousBook(problem, cleared, own).aggregate();
  }

  private AuctionProblem aggregate() {
    List<AuctionPeriod> periods = new ArrayList<>(problem.periods().size());
    for (int number = 1; number <= problem.periods().size(); number++) {
      periods.add(period(number));
    }
    return new AuctionProblem(
        problem.zones(),
        periods,
        problem.blocks().stream().filter(block -> own.test(block.id())).toList(),
        problem.complexes().stream().filter(order -> own.test(order.id())).toList(),
        problem.ramps(),
        problem.losses(),
        problem.rules(),
        problem.tick(),
        problem.partialAtTheMoney());
  }

  private AuctionPeriod period(int number) {
    AuctionPeriod period = problem.periods().get(number - 1);
    List<ExternalExchange> exchanges = new ArrayList<>(period.exchanges());
    exchanges.addAll(awarded(number));
    return new AuctionPeriod(
        period.block(),
        orders(period),
        curves(period),
        period.links(),
        exchanges,
        period.borders(),
        period.flowLimits());
  }

  private List<Order> orders(AuctionPeriod period) {
    List<Order> orders = new ArrayList<>();
    Map<Place, NavigableMap<Price, Long>> sums = new HashMap<>();
    for (Order order : period.orders()) {
      if (own.test(order.id())) {
        orders.add(order);
        continue;
      }
      NavigableMap<Price, Long> sum =
          sums.computeIfAbsent(new Place(order.zone(), order.side()), place -> new TreeMap<>());
      for (Step step : order.steps()) {
        sum.merge(step.price(), step.quantity().kilowatts(), Math::addExact);
      }
    }
    sums.forEach(
        (place, sum) -> {
          List<Step> steps = new ArrayList<>(sum.size());
          sum.forEach((price, kilowatts) -> steps.add(new Step(price, new Power(kilowatts))));
          orders.add(new Order(place.id(), place.zone(), place.side(), steps));
        });
    return orders;
  }

  private List<CurveOrder> curves(AuctionPeriod period) {
    List<CurveOrder> curves = new ArrayList<>();
    Map<String, List<CurveOrder>> others = new TreeMap<>();
    for (CurveOrder curve : period.curves()) {
      if (own.test(curve.id())) {
        curves.add(curve);
      } else {
        others.computeIfAbsent(curve.zone(), zone -> new ArrayList<>()).add(curve);
      }
    }
    others.forEach(
        (zone, those) -> {
          CurveSum sum = new CurveSum(problem, period, zone, those);
          for (Side side : Side.values()) {
            curves.addAll(sum.curves(new Place(zone, side).id(), side));
          }
        });
    return curves;
  }

  /** What the others' blocks and complex orders were awarded, as exchanges nothing can change. */
  private List<ExternalExchange> awarded(int number) {
    Map<String, Long> exports = new TreeMap<>();
    for (BlockOrder block : problem.blocks()) {
      if (!own.test(block.id())) {
        Power accepted = cleared.block(block.id()).accepted().getOrDefault(number, Power.ZERO);
        long export = block.side() == Side.SELL ? -accepted.kilowatts() : accepted.kilowatts();
        exports.merge(block.zone(), export, Math::addExact);
      }
    }
    for (ComplexOrder order : problem.complexes()) {
      // one that left stands in no book
      if (!own.test(order.id())) {
        long sold =
            cleared.period(number).fills().stream()
                .filter(fill -> fill.orderId().equals(order.id()))
                .mapToLong(fill -> fill.accepted().kilowatts())
                .sum();
        exports.merge(order.zone(), -sold, Math::addExact);
      }
    }
    List<ExternalExchange> exchanges = new ArrayList<>();
    exports.forEach(
        (zone, export) -> {
          if (export != 0) {
            exchanges.add(new ExternalExchange(zone, PREFIX + "awarded", new Power(export)));
          }
        });
    return exchanges;
  }

  /** Where orders are added up. */
  private record Place(String zone, Side side) {
    String id() {
      return PREFIX + zone + "/" + (side == Side.BUY ? "buy" : "sell");
    }
  }
}

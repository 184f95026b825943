package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import java.util.Currency;
import java.util.Set;

/**
 * What orders sell and are paid at the published prices: Σ q·Δ and Σ π·q·Δ over periods, sales
 * positive, purchases negative.
 */
final class Revenue {
  private final AuctionProblem problem;
  private final AuctionResult result;
  private Energy energy = Energy.ZERO;
  private Money money;
  private Money awarded;

  private Revenue(AuctionProblem problem, AuctionResult result) {
    this.problem = problem;
    this.result = result;
    this.money = Money.zero(problem.rules().currency());
    this.awarded = money.rounded();
  }

  /** Of the orders, curves and blocks of these ids. */
  static Revenue of(AuctionProblem problem, AuctionResult result, Set<String> ids) {
    Revenue revenue = new Revenue(problem, result);
    for (int number = 1; number <= problem.periods().size(); number++) {
      for (OrderFill fill : result.period(number).fills()) {
        if (ids.contains(fill.orderId())) {
          revenue.add(number, fill.zone(), fill.side(), fill.accepted());
        }
      }
    }
    for (BlockOrder block : problem.blocks()) {
      if (ids.contains(block.id())) {
        result
            .block(block.id())
            .accepted()
            .forEach((number, power) -> revenue.add(number, block.zone(), block.side(), power));
      }
    }
    return revenue;
  }

  private void add(int number, String zone, Side side, Power accepted) {
    Currency currency = problem.rules().currency();
    Power sold = side == Side.SELL ? accepted : accepted.negated();
    Energy more = sold.during(problem.periods().get(number - 1).block().duration());
    energy = energy.plus(more);
    Money paid = Money.of(result.period(number).zone(zone).price(), more, currency);
    money = money.plus(paid);
    awarded = awarded.plus(paid.rounded());
  }

  Energy energy() {
    return energy;
  }

  Money money() {
    return money;
  }

  /** The same as awards are: each order and period rounded by itself. */
  Money awarded() {
    return awarded;
  }
}

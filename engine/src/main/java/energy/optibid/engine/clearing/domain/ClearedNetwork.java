package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.MarginalOrder;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Solves a problem and writes the optimum down with its proof. */
public final class ClearedNetwork {
  private final ClearingProblem problem;
  private final ClearingRules rules;
  private final Network network;
  private final SupportingPrices prices;
  private final List<OrderFill> fills;

  private ClearedNetwork(ClearingProblem problem, long @Nullable [] chosen) {
    this.problem = problem;
    this.rules = problem.rules();
    this.network = new Network(problem);
    new WelfareFlow(network).solve(rules.lot().kilowatts());
    new TieShares(network, SupportingPrices.ofKeys(network, rules).high).settle();
    SupportingPrices supporting = SupportingPrices.of(network, rules);
    this.prices = chosen == null ? supporting : supporting.choosing(chosen);
    this.fills = new OrderFills(problem, network, prices).fills();
  }

  /**
   * The cleared problem.
   *
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met
   */
  public static ClearingResult clear(ClearingProblem problem) {
    return new ClearedNetwork(problem, null).result();
  }

  /**
   * The cleared problem at given prices, which must support it.
   *
   * @param prices in 10⁻⁴ per MWh, one for each zone by id
   * @throws energy.optibid.engine.clearing.InfeasibleClearingException if the fixed exchanges
   *     cannot be met
   */
  public static ClearingResult clear(ClearingProblem problem, long[] prices) {
    return new ClearedNetwork(problem, prices).result();
  }

  private ClearingResult result() {
    MarginalOrders marginal = new MarginalOrders(network, prices, fills);
    List<ZoneOutcome> zones = new ArrayList<>();
    for (int zone = 0; zone < network.zoneCount; zone++) {
      zones.add(outcome(zone, marginal.of(zone)));
    }
    return new ClearingResult(zones, flows(), fills, welfare());
  }

  private ZoneOutcome outcome(int zone, List<MarginalOrder> marginal) {
    String id = network.nodes.get(zone);
    Power demand = accepted(id, Side.BUY);
    Power supply = accepted(id, Side.SELL);
    return new ZoneOutcome(
        id,
        new Price(prices.price(zone, rules)),
        new Price(prices.low[zone]),
        new Price(prices.high[zone]),
        marginal,
        demand,
        supply,
        supply.minus(demand));
  }

  private Power accepted(String zone, Side side) {
    return fills.stream()
        .filter(fill -> fill.side() == side && fill.zone().equals(zone))
        .map(OrderFill::accepted)
        .reduce(Power.ZERO, Power::plus);
  }

  private List<LinkFlow> flows() {
    List<LinkFlow> flows = new ArrayList<>();
    for (int i = 0; i < network.flow.length; i++) {
      flows.add(
          new LinkFlow(
              network.links.get(i).id(),
              network.links.get(i).from(),
              network.links.get(i).to(),
              power(network.flow[i]),
              network.flow[i] == network.forward[i] || network.flow[i] == -network.reverse[i],
              new Price(
                  prices.price(network.to[i], rules) - prices.price(network.from[i], rules))));
    }
    return flows;
  }

  /** Σ price × quantity of buys less sells and border imports, over the block. */
  private Money welfare() {
    BigInteger sum = BigInteger.ZERO;
    for (OrderFill fill : fills) {
      for (StepFill step : fill.steps()) {
        BigInteger value = value(step.price().tenThousandths(), step.accepted().kilowatts());
        sum = fill.side() == Side.BUY ? sum.add(value) : sum.subtract(value);
      }
    }
    for (int border = network.zoneCount; border < network.ground; border++) {
      long imported = power(network.meritOrders.get(border).position()).kilowatts();
      sum = sum.subtract(value(prices.low[border], imported));
    }
    BigDecimal amount =
        new BigDecimal(sum, Price.SCALE)
            .multiply(BigDecimal.valueOf(problem.block().duration().toSeconds()))
            .divide(BigDecimal.valueOf(3_600_000), Money.SCALE, RoundingMode.HALF_EVEN);
    return new Money(amount, rules.currency());
  }

  private static BigInteger value(long price, long kilowatts) {
    return BigInteger.valueOf(price).multiply(BigInteger.valueOf(kilowatts));
  }

  private Power power(long lots) {
    return new Power(Math.multiplyExact(lots, rules.lot().kilowatts()));
  }
}

package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.Clearing;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole lots where the nearest ones find no way over nearly full links: which remainders are
 * rounded up is itself a clearing of step orders of one lot each, the dearer the larger the
 * remainder; full links between regions stand as fixed exchanges. That clearing also shares flows
 * that prices leave open.
 */
final class LotClearing implements LotRounding {
  /** The value of a whole lot; a remainder's value is its share, from −1 to 1 times this. */
  private static final long SCALE = 100_000_000;

  private static final BigInteger TWICE = BigInteger.valueOf(2 * SCALE);

  private final CurveProblem problem;
  private final Splitting splitting;
  private final long lot;
  private final Map<String, Long> lots = new HashMap<>();
  private final List<Order> remainders = new ArrayList<>();
  private final long[] fixed;
  private final Map<String, Long> flows = new HashMap<>();

  LotClearing(CurveProblem problem, Splitting splitting) {
    this.problem = problem;
    this.splitting = splitting;
    this.lot = problem.rules().lot().kilowatts();
    this.fixed = new long[splitting.zones.size()];
    for (int zone = 0; zone < splitting.zones.size(); zone++) {
      Region region = splitting.regionOf[zone];
      if (region.zones.get(0) == zone) {
        round(region);
      }
    }
    settle();
  }

  @Override
  public long lotsOf(String id) {
    return lots.getOrDefault(id, 0L);
  }

  @Override
  public long flowOf(String link) {
    return flows.getOrDefault(link, 0L);
  }

  private void round(Region region) {
    BigInteger unitsPerLot = BigInteger.valueOf(lot << Curve.UNIT_BITS);
    for (int i = 0; i < region.size(); i++) {
      Curve curve = region.curve(i);
      BigInteger[] quantity = region.quantity(i);
      BigInteger whole = quantity[1].multiply(unitsPerLot);
      BigInteger[] parts = quantity[0].abs().divideAndRemainder(whole);
      long down = parts[0].longValueExact();
      boolean buys = quantity[0].signum() > 0;
      lots.put(curve.id, buys ? down : -down);
      fixed[curve.zone] += buys ? down : -down;
      if (parts[1].signum() > 0) {
        long value = parts[1].multiply(TWICE).divide(whole).longValueExact() - SCALE;
        remainders.add(
            new Order(
                curve.id,
                splitting.zones.get(curve.zone),
                buys ? Side.BUY : Side.SELL,
                List.of(new Step(new Price(buys ? value : -value), new Power(lot)))));
      }
    }
  }

  private void settle() {
    List<Link> open = new ArrayList<>();
    for (int i = 0; i < splitting.links.size(); i++) {
      Link link = splitting.links.get(i);
      Flows.Arc arc = splitting.arcs.get(i);
      Long full = splitting.cutFlows[i];
      if (full == null) {
        open.add(link);
      } else {
        long flow = full / (lot << Curve.UNIT_BITS);
        flows.put(link.id(), flow);
        fixed[arc.from()] += flow;
        fixed[arc.to()] -= flow;
      }
    }
    ClearingResult result = Clearing.clear(roundingProblem(open));
    for (OrderFill fill : result.fills()) {
      long more = fill.accepted().kilowatts() / lot;
      lots.merge(fill.orderId(), fill.side() == Side.BUY ? more : -more, Long::sum);
    }
    for (LinkFlow flow : result.flows()) {
      flows.put(flow.linkId(), flow.flow().kilowatts() / lot);
    }
  }

  private ClearingProblem roundingProblem(List<Link> open) {
    List<ExternalExchange> exchanges = new ArrayList<>();
    for (int zone = 0; zone < fixed.length; zone++) {
      if (fixed[zone] != 0) {
        exchanges.add(
            new ExternalExchange(
                splitting.zones.get(zone), "rounded down", new Power(fixed[zone] * lot)));
      }
    }
    ClearingRules rules =
        new ClearingRules(
            problem.rules().currency(),
            new Price(-SCALE),
            new Price(SCALE),
            problem.rules().lot(),
            TiePrice.LOWEST);
    return new ClearingProblem(
        problem.block(), splitting.zones, remainders, open, exchanges, List.of(), rules);
  }
}

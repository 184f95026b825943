package energy.optibid.engine.clearing.auction.search;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An allocation's periods in the words of the market. */
final class Written {
  private final Instance instance;
  private final Allocation allocation;

  Written(Instance instance, Allocation allocation) {
    this.instance = instance;
    this.allocation = allocation;
  }

  /**
   * A period with all that was decided for it.
   *
   * @param prices by zone in 10⁻⁴ per MWh
   */
  ClearingResult clear(int t, long[] prices) {
    List<ExternalExchange> decided = new ArrayList<>();
    addBlocks(decided, t);
    addQuantities(decided, t);
    ClearingResult books = allocation.books.clear(t, decided, prices);
    List<OrderFill> fills = new ArrayList<>(books.fills());
    List<OrderFill> steered = steered(t, prices);
    fills.addAll(steered);
    fills.sort(Comparator.comparing(OrderFill::orderId));
    List<LinkFlow> flows = new ArrayList<>(books.flows());
    flows.addAll(decidedFlows(t, prices));
    flows.sort(Comparator.comparing(LinkFlow::linkId));
    return new ClearingResult(
        books.zones().stream().map(zone -> with(zone, steered)).toList(),
        flows,
        fills,
        steered.stream().map(fill -> cost(fill, t).negated()).reduce(books.welfare(), Money::plus));
  }

  private void addBlocks(List<ExternalExchange> decided, int t) {
    for (int b = 0; b < instance.blocks.size(); b++) {
      Block block = instance.blocks.get(b);
      for (int i = 0; i < block.periods.length; i++) {
        if (block.periods[i] == t && allocation.lots(b, i) > 0) {
          decided.add(
              new ExternalExchange(
                  block.order.zone(),
                  block.order.id(),
                  power(-block.sign() * allocation.lots(b, i))));
        }
      }
    }
  }

  private void addQuantities(List<ExternalExchange> decided, int t) {
    for (int q = 0; q < instance.quantities.length; q++) {
      Column column = instance.columns.get(instance.quantities[q]);
      long quantity = allocation.decisions.quantities()[q];
      for (int i = 0; i < column.periods().length; i++) {
        if (column.periods()[i] == t && quantity != 0) {
          String zone = instance.zones.get(column.zones()[i]);
          String name = "decided " + instance.quantities[q];
          decided.add(new ExternalExchange(zone, name, power(-column.arriving(i, quantity))));
        }
      }
    }
  }

  /** Complex orders whose volumes were decided because a gradient binds them. */
  private List<OrderFill> steered(int t, long[] prices) {
    List<OrderFill> fills = new ArrayList<>();
    for (Complex complex : instance.complexes) {
      List<StepFill> steps = new ArrayList<>();
      for (Complex.Part part : complex.parts) {
        if (part.period() == t && !complex.standsInBooks()) {
          Price limit = part.step().price();
          int better = Long.compare(prices[complex.zone], limit.tenThousandths());
          FillReason reason =
              better > 0
                  ? FillReason.IN_THE_MONEY
                  : better < 0 ? FillReason.OUT_OF_THE_MONEY : FillReason.AT_THE_MONEY;
          Power accepted = power(quantity(part.column()));
          steps.add(new StepFill(limit, part.step().quantity(), accepted, reason));
        }
      }
      if (!steps.isEmpty()) {
        fills.add(new OrderFill(complex.order.id(), complex.order.zone(), Side.SELL, steps));
      }
    }
    return fills;
  }

  private Money cost(OrderFill fill, int t) {
    Money cost = Money.zero(instance.problem.rules().currency());
    for (StepFill step : fill.steps()) {
      cost = cost.plus(instance.money(step.price(), step.accepted(), t));
    }
    return cost;
  }

  private List<LinkFlow> decidedFlows(int t, long[] prices) {
    List<LinkFlow> flows = new ArrayList<>();
    for (Link link : instance.problem.periods().get(t).links()) {
      int[] columns = instance.network.flowOf(t, link.id());
      if (columns.length > 0) {
        long lots = quantity(columns[0]) - (columns.length > 1 ? quantity(columns[1]) : 0);
        long lot = instance.lot.kilowatts();
        boolean binding =
            lots == link.forwardCapacity().kilowatts() / lot
                || -lots == link.reverseCapacity().kilowatts() / lot;
        long difference =
            prices[instance.zones.indexOf(link.to())] - prices[instance.zones.indexOf(link.from())];
        flows.add(
            new LinkFlow(
                link.id(), link.from(), link.to(), power(lots), binding, new Price(difference)));
      }
    }
    return flows;
  }

  private long quantity(int column) {
    for (int q = 0; q < instance.quantities.length; q++) {
      if (instance.quantities[q] == column) {
        return allocation.decisions.quantities()[q];
      }
    }
    return 0;
  }

  private static ZoneOutcome with(ZoneOutcome zone, List<OrderFill> steered) {
    Power more =
        steered.stream()
            .filter(fill -> fill.zone().equals(zone.zone()))
            .map(OrderFill::accepted)
            .reduce(Power.ZERO, Power::plus);
    return more.isZero()
        ? zone
        : new ZoneOutcome(
            zone.zone(),
            zone.price(),
            zone.low(),
            zone.high(),
            zone.marginal(),
            zone.demand(),
            zone.supply().plus(more),
            zone.netPosition().plus(more));
  }

  private Power power(long lots) {
    return new Power(lots * instance.lot.kilowatts());
  }
}

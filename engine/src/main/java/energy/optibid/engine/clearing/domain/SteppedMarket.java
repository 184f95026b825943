package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A period of step orders on lossless links, exact in lots, moved from optimum to optimum. */
public final class SteppedMarket implements PeriodMarket {
  /** Lots every zone may miss or leave over: as many as a problem may have. */
  private static final long PENALTY_LOTS = ClearingProblem.MOST_LOTS;

  /** How far beyond the limits penalties lie, in widths of the limits. */
  private static final long PENALTY_WIDTHS = 2;

  private final ClearingRules rules;
  private final long lot;
  private final Network network;
  private final WelfareFlow flow;
  private final long[] fixedExport;
  private final long[] injected;
  private final long[] mostRegular;
  private final long[] leastRegular;
  private final long costAtRest;
  private SupportingPrices prices;
  private long work;

  public SteppedMarket(ClearingProblem problem) {
    this.rules = problem.rules();
    this.lot = rules.lot().kilowatts();
    this.network = new Network(problem, this::addPenalties);
    this.flow = new WelfareFlow(network);
    this.fixedExport = network.export.clone();
    this.injected = new long[network.zoneCount];
    this.mostRegular = new long[network.zoneCount];
    this.leastRegular = new long[network.zoneCount];
    for (int zone = 0; zone < network.zoneCount; zone++) {
      MeritOrder order = network.meritOrders.get(zone);
      leastRegular[zone] = order.positionAt(floorPenalty());
      mostRegular[zone] = order.positionAt(capPenalty() - 1);
    }
    flow.solve(lot);
    this.prices = SupportingPrices.of(network, rules);
    this.costAtRest = cost();
    this.work = 1;
  }

  private void addPenalties(List<MeritOrder.Level> levels) {
    levels.add(new MeritOrder.Level(floorPenalty(), PENALTY_LOTS));
    levels.add(new MeritOrder.Level(capPenalty(), PENALTY_LOTS));
  }

  private long floorPenalty() {
    return MeritOrder.key(Side.BUY, rules.floor().tenThousandths() - beyond());
  }

  private long capPenalty() {
    return MeritOrder.key(Side.SELL, rules.cap().tenThousandths() + beyond());
  }

  private long beyond() {
    return PENALTY_WIDTHS * (rules.cap().tenThousandths() - rules.floor().tenThousandths() + 1);
  }

  @Override
  public void inject(long[] lots) {
    if (Arrays.equals(lots, injected)) {
      return;
    }
    for (int zone = 0; zone < injected.length; zone++) {
      injected[zone] = lots[zone];
      network.export[zone] = fixedExport[zone] - lots[zone];
    }
    work += 1 + flow.rebalance(lot) / 8;
    prices = SupportingPrices.of(network, rules);
  }

  @Override
  public double gain() {
    return costAtRest - cost();
  }

  @Override
  public double welfareAtRest() {
    return -(double) costAtRest;
  }

  private long cost() {
    long cost = 0;
    for (MeritOrder order : network.meritOrders) {
      cost = Math.addExact(cost, order.cost());
    }
    return cost;
  }

  @Override
  public double low(int zone) {
    return Math.max(prices.low[zone], rules.floor().tenThousandths());
  }

  @Override
  public double high(int zone) {
    return Math.min(prices.high[zone], rules.cap().tenThousandths());
  }

  @Override
  public double tied(int zone) {
    long lowest = (long) low(zone);
    long highest = (long) high(zone);
    return switch (rules.tie()) {
      case LOWEST -> lowest;
      case HIGHEST -> highest;
      case MIDPOINT -> Math.floorDiv(lowest + highest, 2);
    };
  }

  @Override
  public double steepest(int zone) {
    return prices.high[zone];
  }

  @Override
  public double flattest(int zone) {
    return prices.low[zone];
  }

  @Override
  public boolean isShort() {
    for (int zone = 0; zone < injected.length; zone++) {
      long position = network.meritOrders.get(zone).position();
      if (position < leastRegular[zone] || position > mostRegular[zone]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Hop> hops() {
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i < network.flow.length; i++) {
      int from = network.from[i];
      int to = network.to[i];
      if (!network.isBorder(from) && !network.isBorder(to)) {
        if (network.flow[i] < network.forward[i]) {
          hops.add(new Hop(from, to));
        }
        if (network.flow[i] > -network.reverse[i]) {
          hops.add(new Hop(to, from));
        }
      }
    }
    return hops;
  }

  @Override
  public long work() {
    return work;
  }
}

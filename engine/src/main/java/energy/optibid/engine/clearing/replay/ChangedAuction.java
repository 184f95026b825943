package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.replay.OrderChange.PutBlock;
import energy.optibid.engine.clearing.replay.OrderChange.PutCurve;
import energy.optibid.engine.clearing.replay.OrderChange.PutOrder;
import energy.optibid.engine.clearing.replay.OrderChange.Withdraw;
import energy.optibid.engine.clearing.replay.OrderChange.WithdrawBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An auction with other orders in it.
 *
 * @param problem what is to be cleared now
 * @param periods numbers of the periods whose hourly orders were changed
 * @param blocksChanged whether any block was
 */
record ChangedAuction(AuctionProblem problem, Set<Integer> periods, boolean blocksChanged) {
  ChangedAuction {
    periods = Set.copyOf(periods);
  }

  /**
   * Applies changes one after the other.
   *
   * @throws IllegalArgumentException if a change names a period the auction does not have or an
   *     order to withdraw that is not there, or the changed auction is none, see {@link
   *     AuctionProblem}
   */
  static ChangedAuction of(AuctionProblem base, List<OrderChange> changes) {
    Set<Integer> changed = new TreeSet<>();
    Map<Integer, Map<String, Order>> orders = new HashMap<>();
    Map<Integer, Map<String, CurveOrder>> curves = new HashMap<>();
    Map<String, BlockOrder> blocks = byId(base.blocks(), BlockOrder::id);
    boolean blocksChanged = false;
    for (OrderChange change : changes) {
      if (change instanceof PutOrder put) {
        ordersOf(base, orders, put.period()).put(put.orderId(), put.order());
        changed.add(put.period());
      } else if (change instanceof PutCurve put) {
        curvesOf(base, curves, put.period()).put(put.orderId(), put.curve());
        changed.add(put.period());
      } else if (change instanceof Withdraw gone) {
        boolean found = ordersOf(base, orders, gone.period()).remove(gone.orderId()) != null;
        found |= curvesOf(base, curves, gone.period()).remove(gone.orderId()) != null;
        require(found, "period " + gone.period() + " has no order " + gone.orderId());
        changed.add(gone.period());
      } else if (change instanceof PutBlock put) {
        blocks.put(put.orderId(), put.block());
        blocksChanged = true;
      } else if (change instanceof WithdrawBlock gone) {
        require(blocks.containsKey(gone.orderId()), "there is no block " + gone.orderId());
        withdraw(blocks, gone.orderId());
        blocksChanged = true;
      }
    }
    List<AuctionPeriod> periods = new ArrayList<>(base.periods());
    for (int number : changed) {
      AuctionPeriod before = period(base, number);
      periods.set(
          number - 1,
          with(
              before,
              List.copyOf(ordersOf(base, orders, number).values()),
              List.copyOf(curvesOf(base, curves, number).values())));
    }
    return new ChangedAuction(
        with(base, periods, List.copyOf(blocks.values())), changed, blocksChanged);
  }

  /** The auction without orders and blocks of these ids, in whichever period they stand. */
  static ChangedAuction without(AuctionProblem base, Set<String> ids) {
    List<OrderChange> gone = new ArrayList<>();
    for (int number = 1; number <= base.periods().size(); number++) {
      AuctionPeriod period = period(base, number);
      for (Order order : period.orders()) {
        if (ids.contains(order.id())) {
          gone.add(new Withdraw(number, order.id()));
        }
      }
      for (CurveOrder curve : period.curves()) {
        if (ids.contains(curve.id())) {
          gone.add(new Withdraw(number, curve.id()));
        }
      }
    }
    Map<String, BlockOrder> left = byId(base.blocks(), BlockOrder::id);
    for (BlockOrder block : base.blocks()) {
      if (ids.contains(block.id()) && left.containsKey(block.id())) {
        withdraw(left, block.id());
        gone.add(new WithdrawBlock(block.id()));
      }
    }
    return of(base, gone);
  }

  /** The auction with other periods and blocks. */
  static AuctionProblem with(
      AuctionProblem base, List<AuctionPeriod> periods, List<BlockOrder> blocks) {
    return new AuctionProblem(
        base.zones(),
        periods,
        blocks,
        base.complexes(),
        base.ramps(),
        base.losses(),
        base.rules(),
        base.tick(),
        base.partialAtTheMoney());
  }

  /** The period with other hourly orders. */
  static AuctionPeriod with(AuctionPeriod period, List<Order> orders, List<CurveOrder> curves) {
    return new AuctionPeriod(
        period.block(),
        orders,
        curves,
        period.links(),
        period.exchanges(),
        period.borders(),
        period.flowLimits());
  }

  private static Map<String, Order> ordersOf(
      AuctionProblem base, Map<Integer, Map<String, Order>> orders, int period) {
    return orders.computeIfAbsent(period, number -> byId(period(base, number).orders(), Order::id));
  }

  private static Map<String, CurveOrder> curvesOf(
      AuctionProblem base, Map<Integer, Map<String, CurveOrder>> curves, int period) {
    return curves.computeIfAbsent(
        period, number -> byId(period(base, number).curves(), CurveOrder::id));
  }

  private static AuctionPeriod period(AuctionProblem base, int number) {
    require(
        number >= 1 && number <= base.periods().size(),
        "there is no period " + number + " of " + base.periods().size());
    return base.periods().get(number - 1);
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    all.forEach(one -> byId.put(id.apply(one), one));
    return byId;
  }

  private static void withdraw(Map<String, BlockOrder> blocks, String id) {
    Set<String> gone = new HashSet<>(Set.of(id));
    boolean more = true;
    while (more) {
      more = false;
      for (BlockOrder block : blocks.values()) {
        if (block.parent().filter(gone::contains).isPresent()) {
          more |= gone.add(block.id());
        }
      }
    }
    blocks.keySet().removeAll(gone);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}

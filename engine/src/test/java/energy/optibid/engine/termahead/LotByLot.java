package energy.optibid.engine.termahead;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.termahead.ContinuousTrading.Cancellation;
import energy.optibid.engine.termahead.ContinuousTrading.Entry;
import energy.optibid.engine.termahead.ContinuousTrading.Order;
import energy.optibid.engine.termahead.ContinuousTrading.Resting;
import energy.optibid.engine.termahead.ContinuousTrading.Trade;
import energy.optibid.engine.termahead.ContinuousTrading.Validity;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Continuous trading done the slow way: the whole book is looked through for every megawatt. */
final class LotByLot {
  static final Comparator<Resting> BY_ID = Comparator.comparing(resting -> resting.order().id());

  final List<Trade> trades = new ArrayList<>();
  final List<Resting> waiting = new ArrayList<>();

  void take(Entry entry) {
    if (entry instanceof Cancellation cancellation) {
      waiting.removeIf(resting -> resting.order().id().equals(cancellation.orderId()));
    } else if (entry instanceof Order order && (mayTrade(order))) {
      trade(order);
    }
  }

  private boolean mayTrade(Order order) {
    long offered =
        waiting.stream()
            .filter(resting -> meets(order, resting.order()))
            .mapToLong(resting -> resting.open().kilowatts())
            .sum();
    return order.validity() != Validity.FILL_OR_KILL || offered >= order.quantity().kilowatts();
  }

  private void trade(Order order) {
    long open = order.quantity().kilowatts();
    for (Optional<Resting> best = best(order); open > 0 && best.isPresent(); best = best(order)) {
      Resting other = best.get();
      int at = waiting.indexOf(other);
      long left = other.open().kilowatts() - 1000;
      if (left > 0) {
        waiting.set(at, new Resting(other.order(), new Power(left)));
      } else {
        waiting.remove(at);
      }
      open -= 1000;
      note(order, other.order());
    }
    if (open > 0 && order.validity() == Validity.UNTIL_GATE_CLOSURE) {
      waiting.add(new Resting(order, new Power(open)));
    }
  }

  /** The list is in the order of time, and the first of equals is kept. */
  private Optional<Resting> best(Order order) {
    Comparator<Resting> byPrice = Comparator.comparing(resting -> resting.order().limit());
    return waiting.stream()
        .filter(resting -> meets(order, resting.order()))
        .reduce(
            (a, b) -> {
              int compared = byPrice.compare(a, b);
              boolean later = order.side() == Side.BUY ? compared > 0 : compared < 0;
              return later ? b : a;
            });
  }

  private static boolean meets(Order order, Order other) {
    int compared = order.limit().compareTo(other.limit());
    return order.side() != other.side()
        && (order.side() == Side.BUY ? compared >= 0 : compared <= 0);
  }

  /** A megawatt more with the same order is the same trade. */
  private void note(Order order, Order other) {
    boolean buys = order.side() == Side.BUY;
    Trade lot =
        new Trade(
            buys ? order.id() : other.id(),
            buys ? other.id() : order.id(),
            other.limit(),
            new Power(1000));
    int last = trades.size() - 1;
    if (last >= 0
        && trades.get(last).buyId().equals(lot.buyId())
        && trades.get(last).sellId().equals(lot.sellId())) {
      trades.set(
          last,
          new Trade(
              lot.buyId(),
              lot.sellId(),
              lot.price(),
              trades.get(last).quantity().plus(lot.quantity())));
    } else {
      trades.add(lot);
    }
  }
}

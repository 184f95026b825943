package energy.optibid.engine.termahead;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Continuous trading of one contract by price and time: an order that comes in meets the best
 * resting orders of the other side, among equal prices the earliest first, each trade at the price
 * of the order that waited. The delivery is the same in every period, so one quantity says all of
 * it.
 */
public final class ContinuousTrading {
  private final NavigableMap<Price, Deque<Resting>> buys = new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Price, Deque<Resting>> sells = new TreeMap<>();
  private final Map<String, Order> waiting = new HashMap<>();
  private final List<Trade> trades = new ArrayList<>();

  private ContinuousTrading() {}

  /** What becomes of the part of an order that finds nobody at once. */
  public enum Validity {
    /** It waits until the gate closes. */
    UNTIL_GATE_CLOSURE,
    /** It is dropped. */
    IMMEDIATE_OR_CANCEL,
    /** Unless all of it trades at once, nothing does. */
    FILL_OR_KILL
  }

  /** What happens at the exchange, in the order it arrives. */
  public sealed interface Entry permits Order, Cancellation {}

  /**
   * An order comes in.
   *
   * @param id unique among the orders of the contract
   * @param limit worst price it takes, per MWh
   * @param quantity most of it that trades, positive
   */
  public record Order(String id, Side side, Price limit, Power quantity, Validity validity)
      implements Entry {
    /**
     * @throws IllegalArgumentException if the quantity is not positive
     */
    public Order {
      if (quantity.kilowatts() <= 0) {
        throw new IllegalArgumentException("order " + id + " is of " + quantity);
      }
    }
  }

  /** What still waits of an order is taken back; an order that waits no longer is left as it is. */
  public record Cancellation(String orderId) implements Entry {}

  /**
   * Two orders met.
   *
   * @param price per MWh, of the order that waited
   */
  public record Trade(String buyId, String sellId, Price price, Power quantity) {}

  /** What waits of an order. */
  public record Resting(Order order, Power open) {}

  /**
   * The outcome.
   *
   * @param trades in the order they were made
   * @param resting what waits at the end: buys, then sells, each best price first and by time
   */
  public record Outcome(List<Trade> trades, List<Resting> resting) {
    public Outcome {
      trades = List.copyOf(trades);
      resting = List.copyOf(resting);
    }
  }

  /**
   * Trades what arrives, one after the other.
   *
   * @throws IllegalArgumentException if an order's id appears twice
   */
  public static Outcome trade(List<? extends Entry> entries) {
    ContinuousTrading book = new ContinuousTrading();
    Set<String> ids = new HashSet<>();
    for (Entry entry : entries) {
      if (entry instanceof Cancellation cancellation) {
        book.cancel(cancellation.orderId());
      } else if (entry instanceof Order order) {
        if (!ids.add(order.id())) {
          throw new IllegalArgumentException("order " + order.id() + " appears twice");
        }
        book.enter(order);
      }
    }
    List<Resting> resting = new ArrayList<>();
    book.buys.values().forEach(resting::addAll);
    book.sells.values().forEach(resting::addAll);
    return new Outcome(book.trades, resting);
  }

  private void enter(Order order) {
    NavigableMap<Price, Deque<Resting>> others = order.side() == Side.BUY ? sells : buys;
    Collection<Deque<Resting>> acceptable = others.headMap(order.limit(), true).values();
    if (order.validity() == Validity.FILL_OR_KILL && offered(acceptable) < open(order)) {
      return;
    }
    long open = open(order);
    while (open > 0 && !acceptable.isEmpty()) {
      Deque<Resting> best = acceptable.iterator().next();
      open -= meet(order, open, best);
      if (best.isEmpty()) {
        others.pollFirstEntry();
      }
    }
    if (open > 0 && order.validity() == Validity.UNTIL_GATE_CLOSURE) {
      side(order)
          .computeIfAbsent(order.limit(), price -> new ArrayDeque<>())
          .add(new Resting(order, new Power(open)));
      waiting.put(order.id(), order);
    }
  }

  /** Trades with the earliest of one price; answers how much. */
  private long meet(Order order, long open, Deque<Resting> best) {
    Resting first = best.removeFirst();
    long quantity = Math.min(open, first.open().kilowatts());
    Order other = first.order();
    boolean buys = order.side() == Side.BUY;
    trades.add(
        new Trade(
            buys ? order.id() : other.id(),
            buys ? other.id() : order.id(),
            other.limit(),
            new Power(quantity)));
    if (quantity < first.open().kilowatts()) {
      best.addFirst(new Resting(other, new Power(first.open().kilowatts() - quantity)));
    } else {
      waiting.remove(other.id());
    }
    return quantity;
  }

  private void cancel(String orderId) {
    Order order = waiting.remove(orderId);
    if (order == null) {
      return;
    }
    side(order)
        .computeIfPresent(
            order.limit(),
            (price, level) -> {
              level.removeIf(resting -> resting.order().id().equals(orderId));
              return level.isEmpty() ? null : level;
            });
  }

  private NavigableMap<Price, Deque<Resting>> side(Order order) {
    return order.side() == Side.BUY ? buys : sells;
  }

  private static long open(Order order) {
    return order.quantity().kilowatts();
  }

  private static long offered(Collection<Deque<Resting>> levels) {
    return levels.stream()
        .flatMap(Deque::stream)
        .mapToLong(resting -> resting.open().kilowatts())
        .sum();
  }
}

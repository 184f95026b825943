package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.clearing.auction.WorkBudget;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * One figure of one order moved over a range, the auction cleared again at each point: the revenue
 * and price a bidder would have seen. Everything else stays as it is.
 *
 * @param orderId id of the bid's orders, of its curves, or of a block; or the name of an exclusive
 *     group, as of a flexible order, whose blocks all move
 * @param alongside ids of orders, curves and blocks that stay as they are and whose energy and
 *     revenue are told with it: the rest of its bid
 * @param from first value: kW of a quantity, 10⁻⁴ per MWh of a price
 * @param to last value, reached when the step allows
 * @param step distance of two points, positive
 */
public record Sweep(
    String orderId, Set<String> alongside, Figure figure, long from, long to, long step) {
  /** The most points of one sweep. */
  public static final int MOST_POINTS = 1001;

  /** What is moved. */
  public enum Figure {
    /**
     * All that is offered in each period, shared by the steps as before; of a block the largest
     * quantity of a period, the others in proportion.
     */
    QUANTITY,
    /** The price of the best step, the others following at their distance; a block's limit. */
    PRICE
  }

  /**
   * @throws IllegalArgumentException if the step is not positive, the range is empty or has more
   *     than {@link #MOST_POINTS} points, or a quantity is negative
   */
  public Sweep {
    alongside = Set.copyOf(alongside);
    if (step <= 0 || to < from) {
      throw new IllegalArgumentException("a sweep goes upwards from its first value in steps");
    }
    if ((to - from) / step >= MOST_POINTS) {
      throw new IllegalArgumentException("a sweep takes at most " + MOST_POINTS + " points");
    }
    if (figure == Figure.QUANTITY && from < 0) {
      throw new IllegalArgumentException("a quantity is never negative");
    }
  }

  /** Of an order that is told by itself. */
  public Sweep(String orderId, Figure figure, long from, long to, long step) {
    this(orderId, Set.of(), figure, from, to, step);
  }

  /**
   * One point.
   *
   * @param value as in the sweep's range
   * @param energy what the order and those alongside sell, negative for a purchase
   * @param revenue what they are paid, rounded by order and period half-even to the currency's
   *     smallest unit, as awards are
   * @param price mean of its zone's prices over the periods the moved order stands in, half-even at
   *     10⁻⁴
   */
  public record Point(long value, Energy energy, Money revenue, Price price) {}

  /** How many points there are. */
  public int size() {
    return Math.toIntExact((to - from) / step) + 1;
  }

  /**
   * The points in order. Deterministic, whatever the machine; when stopped, those found so far.
   *
   * @param cleared the result of {@code problem}
   * @param each told of each point as it is found
   * @param stop asked before each point, and while one is being searched
   * @throws IllegalArgumentException if the auction has no such bid, or refuses a value of it
   */
  public List<Point> run(
      AuctionProblem problem,
      AuctionResult cleared,
      WorkBudget budget,
      Consumer<Point> each,
      BooleanSupplier stop) {
    SweptBid bid = SweptBid.of(problem, orderId);
    Set<String> paid = new HashSet<>(bid.ids());
    paid.addAll(alongside);
    Replay replay = new Replay(budget, stop);
    List<Point> points = new ArrayList<>();
    for (long value : LongStream.iterate(from, v -> v <= to, v -> v + step).toArray()) {
      if (stop.getAsBoolean()) {
        break;
      }
      ChangedAuction changed = ChangedAuction.of(problem, bid.changes(problem, figure, value));
      AuctionResult result = replay.result(problem, cleared, changed);
      if (result.search().end() == Search.End.STOPPED) {
        break;
      }
      Revenue revenue = Revenue.of(changed.problem(), result, paid);
      Point point = new Point(value, revenue.energy(), revenue.awarded(), bid.meanPrice(result));
      points.add(point);
      each.accept(point);
    }
    return points;
  }
}

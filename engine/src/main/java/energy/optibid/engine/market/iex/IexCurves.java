package energy.optibid.engine.market.iex;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The aggregated purchase and sell curves of one market and day, by block: all of India as one
 * zone. How the exchange draws a curve between its prices is <em>unverified</em>; it is read as a
 * straight line, as its single bids are.
 */
public final class IexCurves {
  private final AuctionRules rules;
  private final SortedMap<Integer, List<Corner>> blocks;

  /**
   * What is wanted and offered at a price.
   *
   * @param price INR/MWh
   * @param purchase average MW that buyers want at this price
   * @param sell average MW that sellers offer at this price
   */
  public record Corner(Price price, Power purchase, Power sell) {}

  IexCurves(AuctionRules rules, SortedMap<Integer, List<Corner>> blocks) {
    this.rules = rules;
    this.blocks = new TreeMap<>(blocks);
  }

  /** Rules of the market on the day. */
  public AuctionRules rules() {
    return rules;
  }

  /** Numbers of the blocks, from 1. */
  public List<Integer> blocks() {
    return List.copyOf(blocks.keySet());
  }

  /** The corners of a block, by rising price. */
  public List<Corner> corners(int block) {
    return List.copyOf(blocks.getOrDefault(block, List.of()));
  }

  /**
   * One block as a problem of the clearing. A curve of the country is larger than any one order may
   * be, so each of its straight lines is an order of its own; together they are the curve.
   *
   * @throws IndexOutOfBoundsException if the day has no such block
   */
  public CurveProblem problem(int block) {
    List<Corner> corners = corners(block);
    List<CurveOrder> orders = new ArrayList<>();
    if (!corners.isEmpty()) {
      Corner first = corners.get(0);
      Corner last = corners.get(corners.size() - 1);
      line(orders, "purchase", first, last, last.purchase().kilowatts(), 0);
      line(orders, "sell", first, last, -first.sell().kilowatts(), 0);
    }
    for (int i = 1; i < corners.size(); i++) {
      Corner from = corners.get(i - 1);
      Corner to = corners.get(i);
      long lessBought = from.purchase().kilowatts() - to.purchase().kilowatts();
      long moreSold = to.sell().kilowatts() - from.sell().kilowatts();
      line(orders, "purchase " + i, from, to, 0, lessBought);
      line(orders, "sell " + i, from, to, -moreSold, moreSold);
    }
    return new CurveProblem(
        rules.day().block(block),
        List.of(PublishedBlock.WHOLE_MARKET),
        orders,
        List.of(),
        ClearingParameters.of(rules),
        rules.publicationTick());
  }

  /**
   * An order that wants {@code above + fall} up to one price and {@code above} from another on, cut
   * into parts of a size an order may have.
   */
  private void line(
      List<CurveOrder> orders, String id, Corner from, Corner to, long above, long fall) {
    long lot = rules.quantityLot().kilowatts();
    long most = CurveProblem.LARGEST.kilowatts() / lot * lot;
    long size = Math.max(Math.abs(above), Math.abs(above + fall));
    long parts = (size + most - 1) / most;
    for (long part = 1; part <= parts; part++) {
      long high = share(above + fall, part, parts, lot);
      long low = share(above, part, parts, lot);
      orders.add(
          new CurveOrder(
              "%s part %d".formatted(id, part),
              PublishedBlock.WHOLE_MARKET,
              List.of(
                  new CurveCorner(from.price(), new Power(high)),
                  new CurveCorner(to.price(), new Power(low)))));
    }
  }

  /** Equal parts in whole lots, the last with what is left. */
  private static long share(long quantity, long part, long parts, long lot) {
    long each = quantity / lot / parts * lot;
    return part < parts ? each : quantity - each * (parts - 1);
  }
}

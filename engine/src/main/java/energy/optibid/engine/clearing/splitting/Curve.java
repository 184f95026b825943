package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import java.util.List;

/**
 * A curve in numbers. Prices in 10⁻⁴ per MWh; quantities in units of 2⁻¹⁰ kW, a watt, in which an
 * interpolated quantity is rounded down: far finer than a lot, and products stay within 63 bits.
 */
final class Curve {
  static final int UNIT_BITS = 10;

  final String id;
  final int zone;
  private final long[] prices;
  private final long[] quantities;

  Curve(CurveOrder order, int zone) {
    this.id = order.id();
    this.zone = zone;
    List<CurveCorner> corners = order.corners();
    this.prices = new long[corners.size()];
    this.quantities = new long[corners.size()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = corners.get(i).price().tenThousandths();
      quantities[i] = corners.get(i).quantity().kilowatts() << UNIT_BITS;
    }
  }

  int corners() {
    return prices.length;
  }

  long price(int corner) {
    return prices[corner];
  }

  long quantity(int corner) {
    return quantities[corner];
  }

  /** What it wants most of, at the lowest price; buying is positive. */
  long most() {
    return quantities[0];
  }

  /** What it wants least of, at the highest price. */
  long least() {
    return quantities[quantities.length - 1];
  }

  /** The quantity just below a price: before a step that stands at it. */
  long before(long price) {
    int first = 0;
    while (first < prices.length && prices[first] < price) {
      first++;
    }
    return at(price, first, first < prices.length ? first : -1);
  }

  /** The quantity just above a price: after a step that stands at it. */
  long after(long price) {
    int last = prices.length - 1;
    while (last >= 0 && prices[last] > price) {
      last--;
    }
    return at(price, last + 1, last);
  }

  /**
   * @param next the first corner that may lie beyond the price
   * @param exact the corner to take where it stands at the price
   */
  private long at(long price, int next, int exact) {
    if (exact >= 0 && prices[exact] == price) {
      return quantities[exact];
    }
    if (next == 0) {
      return quantities[0];
    }
    if (next == prices.length) {
      return quantities[next - 1];
    }
    long width = prices[next] - prices[next - 1];
    long drop = quantities[next - 1] - quantities[next];
    return quantities[next - 1] - drop * (price - prices[next - 1]) / width;
  }
}

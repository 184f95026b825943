package energy.optibid.engine.clearing.splitting.proof;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import java.util.List;

/**
 * How the verifier reads a curve: in kilowatts as real numbers, since it compares within whole
 * lots.
 */
final class CurveReading {
  private final List<CurveCorner> corners;

  CurveReading(CurveOrder order) {
    this.corners = order.corners();
  }

  /** The most it may get at a price, steps at it taken whole. */
  double most(long price) {
    for (int i = 0; i < corners.size(); i++) {
      if (price(i) >= price) {
        return i == 0 || price(i) == price ? kilowatts(i) : between(i, price);
      }
    }
    return kilowattsAtHighest();
  }

  /** The least it may get at a price. */
  double least(long price) {
    int last = corners.size() - 1;
    for (int i = last; i >= 0; i--) {
      if (price(i) <= price) {
        return i == last || price(i) == price ? kilowatts(i) : between(i + 1, price);
      }
    }
    return kilowattsAtLowest();
  }

  private double between(int next, long price) {
    double part = (double) (price - price(next - 1)) / (price(next) - price(next - 1));
    return kilowatts(next - 1) + part * (kilowatts(next) - kilowatts(next - 1));
  }

  double kilowattsAtLowest() {
    return kilowatts(0);
  }

  double kilowattsAtHighest() {
    return kilowatts(corners.size() - 1);
  }

  private long price(int corner) {
    return corners.get(corner).price().tenThousandths();
  }

  private double kilowatts(int corner) {
    return corners.get(corner).quantity().kilowatts();
  }
}

package energy.optibid.engine.clearing.splitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What all curves of a zone together want at each price, in lots, buying positive: straight between
 * levels, with a step where curves have one. In floating point, for searching; what is published is
 * cleared exactly.
 *
 * <p>At the limits buyers and sellers may be cut, and far beyond them lies a penalty at which any
 * quantity is left over or missing, so that every injection has an answer.
 */
final class ZoneCurve {
  private final double[] levels;
  private final double[] before;
  private final double[] after;

  /** Area under the curve from each level to the last one, price × lots. */
  private final double[] area;

  private final double cutAtCap;
  private final double cutAtFloor;

  private ZoneCurve(
      double[] levels, double[] before, double[] after, double cutAtCap, double cutAtFloor) {
    this.cutAtCap = cutAtCap;
    this.cutAtFloor = cutAtFloor;
    this.levels = levels;
    this.before = before;
    this.after = after;
    this.area = new double[levels.length];
    for (int i = levels.length - 2; i >= 0; i--) {
      area[i] = area[i + 1] + (levels[i + 1] - levels[i]) * (after[i] + before[i + 1]) / 2;
    }
  }

  /** How the sum bends at a level: a step down, and a change of slope beyond it. */
  private record Bend(double level, double step, double slope) {}

  /**
   * @param unitsPerLot quantity of a curve that makes a lot
   * @param beyond how far beyond the limits penalties lie
   * @param penalty lots that may be missing or left over there
   */
  static ZoneCurve of(
      Iterable<Curve> curves,
      double unitsPerLot,
      double floor,
      double cap,
      double beyond,
      double penalty) {
    List<Bend> bends = new ArrayList<>();
    double most = 0;
    double sellsAtFloor = 0;
    double buysAtCap = 0;
    for (Curve curve : curves) {
      most += curve.most() / unitsPerLot;
      sellsAtFloor -= Math.min(0, curve.before((long) floor)) / unitsPerLot;
      buysAtCap += Math.max(0, curve.after((long) cap)) / unitsPerLot;
      for (int i = 1; i < curve.corners(); i++) {
        double drop = (curve.quantity(i - 1) - curve.quantity(i)) / unitsPerLot;
        double from = curve.price(i - 1);
        double to = curve.price(i);
        if (from == to) {
          bends.add(new Bend(from, drop, 0));
        } else if (drop > 0) {
          bends.add(new Bend(from, 0, drop / (to - from)));
          bends.add(new Bend(to, 0, -drop / (to - from)));
        }
      }
    }
    bends.add(new Bend(floor, sellsAtFloor, 0));
    bends.add(new Bend(cap, buysAtCap, 0));
    bends.add(new Bend(floor - beyond, penalty, 0));
    bends.add(new Bend(cap + beyond, penalty, 0));
    return sweep(
        bends.toArray(Bend[]::new), most + sellsAtFloor + penalty, buysAtCap, sellsAtFloor);
  }

  private static ZoneCurve sweep(Bend[] bends, double most, double cutAtCap, double cutAtFloor) {
    Arrays.sort(bends, Comparator.comparingDouble(Bend::level));
    double[] levels = new double[bends.length];
    double[] before = new double[bends.length];
    double[] after = new double[bends.length];
    double quantity = most;
    double slope = 0;
    int count = 0;
    for (int i = 0; i < bends.length; count++) {
      double level = bends[i].level;
      quantity -= count == 0 ? 0 : slope * (level - levels[count - 1]);
      levels[count] = level;
      before[count] = quantity;
      for (; i < bends.length && bends[i].level == level; i++) {
        quantity -= bends[i].step;
        slope += bends[i].slope;
      }
      after[count] = quantity;
      // what is left of slopes that have all ended is rounding
      slope = Math.abs(slope) < 1e-12 ? 0 : slope;
    }
    return new ZoneCurve(
        Arrays.copyOf(levels, count),
        Arrays.copyOf(before, count),
        Arrays.copyOf(after, count),
        cutAtCap,
        cutAtFloor);
  }

  double[] levels() {
    return levels;
  }

  /** The quantity just below a price. */
  double before(double price) {
    int at = Arrays.binarySearch(levels, price);
    return at >= 0 ? before[at] : between(price, -1 - at);
  }

  /** The quantity just above a price. */
  double after(double price) {
    int at = Arrays.binarySearch(levels, price);
    return at >= 0 ? after[at] : between(price, -1 - at);
  }

  private double between(double price, int next) {
    if (next == 0) {
      return before[0];
    }
    if (next == levels.length) {
      return after[next - 1];
    }
    double width = levels[next] - levels[next - 1];
    return after[next - 1] + (before[next] - after[next - 1]) * (price - levels[next - 1]) / width;
  }

  /** The quantity just above the cap, were no buyer cut there. */
  double uncutAtCap(double cap) {
    return after(cap) + cutAtCap;
  }

  /** The quantity just below the floor, were no seller cut there. */
  double uncutAtFloor(double floor) {
    return before(floor) - cutAtFloor;
  }

  /** Area under the curve from a price to the last level. */
  double areaAbove(double price) {
    int at = Arrays.binarySearch(levels, price);
    if (at >= 0) {
      return area[at];
    }
    int next = -1 - at;
    if (next == levels.length) {
      return 0;
    }
    double here = between(price, next);
    return area[next] + (levels[next] - price) * (here + before[next]) / 2;
  }
}

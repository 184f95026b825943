package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.TiePrice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Zones with one price, and how far their curves go at it. Along {@code share} of the way each
 * curve goes from where it begins to where it ends; at a limit or a step, buys and sells go their
 * own ways.
 */
final class Region {
  /** Whether the price could not balance the region inside the market's limits. */
  enum Limit {
    NONE,
    CAP,
    FLOOR
  }

  final List<Integer> zones;
  final long low;
  final long high;
  final Limit limit;

  /** The price as a fraction of 10⁻⁴ per MWh, exact: numerator over denominator. */
  final BigInteger priceNumerator;

  final BigInteger priceDenominator;
  private final Curve[] curves;
  private final long[] begin;
  private final long[] end;
  private final Fraction buys;
  private final Fraction sells;

  /** A share between 0 and 1. */
  private record Fraction(long numerator, long denominator) {
    static final Fraction ALL = new Fraction(1, 1);
    static final Fraction NOTHING = new Fraction(0, 1);

    static Fraction of(long numerator, long denominator) {
      return denominator == 0 ? NOTHING : new Fraction(numerator, denominator);
    }
  }

  private Region(
      List<Integer> zones,
      Curve[] curves,
      long[] begin,
      long[] end,
      Fraction buys,
      Fraction sells,
      BigInteger[] price,
      long low,
      long high,
      Limit limit) {
    this.zones = zones;
    this.curves = curves;
    this.begin = begin;
    this.end = end;
    this.buys = buys;
    this.sells = sells;
    this.priceNumerator = price[0];
    this.priceDenominator = price[1];
    this.low = low;
    this.high = high;
    this.limit = limit;
  }

  /**
   * The price at which a region takes in a given quantity from outside.
   *
   * @param imported units; negative: sent out
   */
  static Region of(
      List<Integer> zones, Curve[] curves, long imported, long floor, long cap, TiePrice tie) {
    long[] levels = levels(curves, floor, cap);
    if (after(curves, cap) > imported) {
      return atCap(zones, curves, imported, cap);
    }
    if (before(curves, floor) < imported) {
      return atFloor(zones, curves, imported, floor);
    }
    int first = 0;
    int last = levels.length - 1;
    while (first < last) {
      int middle = (first + last) >>> 1;
      if (after(curves, levels[middle]) <= imported) {
        last = middle;
      } else {
        first = middle + 1;
      }
    }
    long level = levels[first];
    if (before(curves, level) < imported) {
      return between(zones, curves, imported, levels[first - 1], level);
    }
    if (after(curves, level) == imported) {
      return onPlateau(zones, curves, imported, levels, first, tie);
    }
    return atStep(zones, curves, imported, level, floor, cap);
  }

  private static Region between(
      List<Integer> zones, Curve[] curves, long imported, long from, long to) {
    long[] begin = quantities(curves, from, false);
    long[] end = quantities(curves, to, true);
    Fraction share = Fraction.of(sum(begin) - imported, sum(begin) - sum(end));
    BigInteger denominator = BigInteger.valueOf(share.denominator());
    BigInteger numerator =
        BigInteger.valueOf(from)
            .multiply(denominator)
            .add(BigInteger.valueOf(to - from).multiply(BigInteger.valueOf(share.numerator())));
    long floor = numerator.divide(denominator).longValueExact();
    boolean whole = numerator.mod(denominator).signum() == 0;
    return new Region(
        zones,
        curves,
        begin,
        end,
        share,
        share,
        new BigInteger[] {numerator, denominator},
        floor,
        whole ? floor : floor + 1,
        Limit.NONE);
  }

  /** Nothing moves over an interval of prices; the tie rule chooses one of them. */
  private static Region onPlateau(
      List<Integer> zones, Curve[] curves, long imported, long[] levels, int first, TiePrice tie) {
    int last = first;
    while (last + 1 < levels.length && before(curves, levels[last + 1]) == imported) {
      last++;
    }
    long low = levels[first];
    long high = levels[last];
    long[] still = quantities(curves, low, false);
    BigInteger doubled =
        switch (tie) {
          case MIDPOINT -> BigInteger.valueOf(low).add(BigInteger.valueOf(high));
          case LOWEST -> BigInteger.valueOf(low).shiftLeft(1);
          case HIGHEST -> BigInteger.valueOf(high).shiftLeft(1);
        };
    return new Region(
        zones,
        curves,
        still,
        still,
        Fraction.NOTHING,
        Fraction.NOTHING,
        new BigInteger[] {doubled, BigInteger.TWO},
        low,
        high,
        Limit.NONE);
  }

  /** Steps stand at the price: as much is traded as possible, and the longer side shares. */
  private static Region atStep(
      List<Integer> zones, Curve[] curves, long imported, long price, long floor, long cap) {
    long[] begin = quantities(curves, price, true);
    long[] end = quantities(curves, price, false);
    long buying = 0;
    long selling = 0;
    for (int i = 0; i < curves.length; i++) {
      buying += Math.max(begin[i], 0) - Math.max(end[i], 0);
      selling += Math.min(begin[i], 0) - Math.min(end[i], 0);
    }
    // net before any selling step gives way, with every buying step still whole
    long whole = sum(begin);
    long excess = whole - imported;
    return excess <= selling
        ? new Region(
            zones,
            curves,
            begin,
            end,
            Fraction.NOTHING,
            Fraction.of(excess, selling),
            price(price),
            price,
            price,
            price == floor && excess < selling ? Limit.FLOOR : Limit.NONE)
        : new Region(
            zones,
            curves,
            begin,
            end,
            Fraction.of(excess - selling, buying),
            Fraction.ALL,
            price(price),
            price,
            price,
            price == cap ? Limit.CAP : Limit.NONE);
  }

  private static Region atCap(List<Integer> zones, Curve[] curves, long imported, long cap) {
    long[] begin = quantities(curves, cap, false);
    long[] end = new long[begin.length];
    long bought = 0;
    for (int i = 0; i < begin.length; i++) {
      end[i] = Math.min(begin[i], 0);
      bought += Math.max(begin[i], 0);
    }
    return new Region(
        zones,
        curves,
        begin,
        end,
        Fraction.of(sum(begin) - imported, bought),
        Fraction.ALL,
        price(cap),
        cap,
        cap,
        Limit.CAP);
  }

  private static Region atFloor(List<Integer> zones, Curve[] curves, long imported, long floor) {
    long[] end = quantities(curves, floor, true);
    long[] begin = new long[end.length];
    long sold = 0;
    for (int i = 0; i < end.length; i++) {
      begin[i] = Math.max(end[i], 0);
      sold -= Math.min(end[i], 0);
    }
    return new Region(
        zones,
        curves,
        begin,
        end,
        Fraction.NOTHING,
        Fraction.of(sum(begin) - imported, sold),
        price(floor),
        floor,
        floor,
        Limit.FLOOR);
  }

  int size() {
    return curves.length;
  }

  Curve curve(int i) {
    return curves[i];
  }

  /** True where a curve's quantity depends on the share. */
  boolean moves(int i) {
    return begin[i] != end[i];
  }

  long begin(int i) {
    return begin[i];
  }

  /** Units a curve wants at the limit that cuts its side; 0 where none does. */
  long wantedAtLimit(int i) {
    return switch (limit) {
      case NONE -> 0;
      case CAP -> Math.max(begin[i], 0);
      case FLOOR -> Math.min(end[i], 0);
    };
  }

  /**
   * What a curve gets, exact, in units: numerator over denominator (positive).
   *
   * @return {numerator, denominator}
   */
  BigInteger[] quantity(int i) {
    if (!moves(i)) {
      return new BigInteger[] {BigInteger.valueOf(begin[i]), BigInteger.ONE};
    }
    BigInteger bought = along(Math.max(begin[i], 0), Math.max(end[i], 0), buys, sells);
    BigInteger sold = along(Math.min(begin[i], 0), Math.min(end[i], 0), sells, buys);
    BigInteger denominator =
        BigInteger.valueOf(buys.denominator()).multiply(BigInteger.valueOf(sells.denominator()));
    return new BigInteger[] {bought.add(sold), denominator};
  }

  /** The place on the way from one quantity to another, times both denominators. */
  private static BigInteger along(long from, long to, Fraction share, Fraction other) {
    return BigInteger.valueOf(from)
        .multiply(BigInteger.valueOf(share.denominator()))
        .add(BigInteger.valueOf(to - from).multiply(BigInteger.valueOf(share.numerator())))
        .multiply(BigInteger.valueOf(other.denominator()));
  }

  private static BigInteger[] price(long price) {
    return new BigInteger[] {BigInteger.valueOf(price), BigInteger.ONE};
  }

  private static long[] levels(Curve[] curves, long floor, long cap) {
    int count = 2;
    for (Curve curve : curves) {
      count += curve.corners();
    }
    long[] levels = new long[count];
    levels[0] = floor;
    levels[1] = cap;
    int next = 2;
    for (Curve curve : curves) {
      for (int corner = 0; corner < curve.corners(); corner++) {
        levels[next++] = curve.price(corner);
      }
    }
    Arrays.sort(levels);
    int distinct = 1;
    for (int i = 1; i < count; i++) {
      if (levels[i] != levels[distinct - 1]) {
        levels[distinct++] = levels[i];
      }
    }
    return Arrays.copyOf(levels, distinct);
  }

  private static long before(Curve[] curves, long price) {
    long sum = 0;
    for (Curve curve : curves) {
      sum += curve.before(price);
    }
    return sum;
  }

  private static long after(Curve[] curves, long price) {
    long sum = 0;
    for (Curve curve : curves) {
      sum += curve.after(price);
    }
    return sum;
  }

  private static long[] quantities(Curve[] curves, long price, boolean before) {
    long[] quantities = new long[curves.length];
    for (int i = 0; i < curves.length; i++) {
      quantities[i] = before ? curves[i].before(price) : curves[i].after(price);
    }
    return quantities;
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  /** The curves of some zones. */
  static Curve[] curvesOf(Curve[] all, List<Integer> zones) {
    List<Curve> inside = new ArrayList<>();
    for (Curve curve : all) {
      if (zones.contains(curve.zone)) {
        inside.add(curve);
      }
    }
    return inside.toArray(Curve[]::new);
  }
}

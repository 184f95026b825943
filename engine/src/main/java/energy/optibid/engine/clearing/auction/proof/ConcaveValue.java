package energy.optibid.engine.clearing.auction.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A concave, piecewise linear value of a quantity between two ends; what the best way through
 * several periods is worth when the quantity may change by only so much from one to the next (a
 * dynamic programme over such functions, exact).
 */
final class ConcaveValue {
  /**
   * A straight part.
   *
   * @param slope value per unit of quantity
   */
  record Part(long length, BigInteger slope) {}

  private final long from;
  private final BigInteger atFrom;
  private final List<Part> parts;

  /**
   * @param parts by falling slope
   */
  ConcaveValue(long from, BigInteger atFrom, List<Part> parts) {
    this.from = from;
    this.atFrom = atFrom;
    this.parts = List.copyOf(parts);
  }

  /** Worth nothing everywhere between two ends. */
  static ConcaveValue nothing(long from, long to) {
    return new ConcaveValue(from, BigInteger.ZERO, List.of(new Part(to - from, BigInteger.ZERO)));
  }

  /** The best value within a change of quantity. */
  ConcaveValue spread(long change) {
    List<Part> wider = new ArrayList<>(parts);
    wider.add(new Part(Math.multiplyExact(2, change), BigInteger.ZERO));
    wider.sort(Comparator.comparing(Part::slope).reversed());
    return new ConcaveValue(from - change, atFrom, wider);
  }

  /** The sum of this value and another where both are defined. */
  ConcaveValue plus(ConcaveValue other) {
    long start = Math.max(from, other.from);
    long end = Math.min(to(), other.to());
    List<Part> sum = new ArrayList<>();
    long here = start;
    while (here < end) {
      Part mine = partAt(here);
      Part theirs = other.partAt(here);
      long next = Math.min(end, Math.min(endOfPart(here), other.endOfPart(here)));
      sum.add(new Part(next - here, mine.slope().add(theirs.slope())));
      here = next;
    }
    return new ConcaveValue(start, at(start).add(other.at(start)), sum);
  }

  /** Whether it is defined anywhere beside another. */
  boolean meets(ConcaveValue other) {
    return Math.max(from, other.from) <= Math.min(to(), other.to());
  }

  BigInteger greatest() {
    BigInteger value = atFrom;
    for (Part part : parts) {
      if (part.slope().signum() > 0) {
        value = value.add(part.slope().multiply(BigInteger.valueOf(part.length())));
      }
    }
    return value;
  }

  /** The value at a quantity between the ends. */
  BigInteger at(long quantity) {
    BigInteger value = atFrom;
    long here = from;
    for (Part part : parts) {
      long length = Math.min(part.length(), quantity - here);
      value = value.add(part.slope().multiply(BigInteger.valueOf(length)));
      here += length;
    }
    return value;
  }

  private long to() {
    return from + parts.stream().mapToLong(Part::length).sum();
  }

  private Part partAt(long quantity) {
    long end = from;
    for (Part part : parts) {
      end += part.length();
      if (quantity < end) {
        return part;
      }
    }
    throw new IllegalArgumentException(quantity + " is not before " + end);
  }

  private long endOfPart(long quantity) {
    long end = from;
    for (Part part : parts) {
      end += part.length();
      if (quantity < end) {
        return end;
      }
    }
    return end;
  }
}

package energy.optibid.engine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A percentage of a rate by grid frequency: straight lines between points, the end values beyond
 * them. Two points of one frequency are a jump; from that frequency on the second holds.
 */
public final class FrequencyRate {
  /** A frequency in hertz and the percentage there. */
  public record Point(BigDecimal hertz, BigDecimal percent) {}

  private final List<Point> points;

  private FrequencyRate(List<Point> points) {
    this.points = List.copyOf(points);
  }

  /**
   * Reads {@code 49.90:115 50.00:100 50.05:50}, or one bare percentage for every frequency.
   *
   * @throws IllegalArgumentException if frequencies fall
   * @throws ArithmeticException if a line's slope has no finite decimal form, because a percentage
   *     could then not be stated exactly
   */
  static FrequencyRate parse(String text) {
    if (text.indexOf(':') < 0) {
      return new FrequencyRate(List.of(new Point(BigDecimal.ZERO, new BigDecimal(text))));
    }
    List<Point> points = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      int colon = word.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("a point is frequency:percent");
      }
      Point point =
          new Point(
              new BigDecimal(word.substring(0, colon)), new BigDecimal(word.substring(colon + 1)));
      if (!points.isEmpty()) {
        Point last = points.get(points.size() - 1);
        int rise = point.hertz().compareTo(last.hertz());
        if (rise < 0) {
          throw new IllegalArgumentException("frequencies rise");
        }
        if (rise > 0) {
          BigDecimal ignored = slope(last, point);
        }
      }
      points.add(point);
    }
    return new FrequencyRate(points);
  }

  /** The percentage at a frequency, exact. */
  public BigDecimal percent(BigDecimal hertz) {
    Point before = points.get(0);
    if (hertz.compareTo(before.hertz()) < 0) {
      return before.percent();
    }
    for (Point after : points.subList(1, points.size())) {
      if (hertz.compareTo(after.hertz()) < 0) {
        return before
            .percent()
            .add(slope(before, after).multiply(hertz.subtract(before.hertz())))
            .stripTrailingZeros();
      }
      before = after;
    }
    return before.percent();
  }

  /** Whether it is the same at every frequency. */
  public boolean isConstant() {
    return points.stream().allMatch(p -> p.percent().compareTo(points.get(0).percent()) == 0);
  }

  private static BigDecimal slope(Point from, Point to) {
    return to.percent().subtract(from.percent()).divide(to.hertz().subtract(from.hertz()));
  }
}

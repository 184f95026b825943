package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.splitting.Flows.Arc;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cuts a market into regions of one price each. */
final class Splitting {
  /** Units of rounding that are no shortage: a few watts a zone, far below a lot. */
  private static final long TOLERANCE = 64;

  final List<String> zones;
  final List<Link> links;
  final List<Arc> arcs;

  /** The market as if every link were wide enough. */
  final Region unconstrained;

  /** The region of each zone, in the order of {@link #zones}. */
  final Region[] regionOf;

  /** Units that flow over each link between regions, which is full; null inside a region. */
  final @Nullable Long[] cutFlows;

  private final CurveProblem problem;
  private final Curve[] curves;

  Splitting(CurveProblem problem) {
    this.problem = problem;
    this.zones = problem.zones().stream().sorted().toList();
    this.links = problem.links().stream().sorted(Comparator.comparing(Link::id)).toList();
    Map<String, Integer> numbers = new HashMap<>();
    for (String zone : zones) {
      numbers.put(zone, numbers.size());
    }
    this.curves =
        problem.orders().stream()
            .sorted(Comparator.comparing(CurveOrder::id))
            .map(order -> new Curve(order, numbers.getOrDefault(order.zone(), -1)))
            .toArray(Curve[]::new);
    long lot = problem.rules().lot().kilowatts();
    this.arcs =
        links.stream()
            .map(
                link ->
                    new Arc(
                        numbers.getOrDefault(link.from(), -1),
                        numbers.getOrDefault(link.to(), -1),
                        units(link.reverseCapacity().kilowatts(), lot),
                        units(link.forwardCapacity().kilowatts(), lot)))
            .toList();
    this.regionOf = new Region[zones.size()];
    this.cutFlows = new @Nullable Long[links.size()];
    List<Integer> all = IntStream.range(0, zones.size()).boxed().toList();
    this.unconstrained = region(all, 0);
    split(all, unconstrained, new long[zones.size()]);
  }

  /** Limits are whole lots, rounded down. */
  private static long units(long kilowatts, long lot) {
    return kilowatts / lot * lot << Curve.UNIT_BITS;
  }

  private Region region(List<Integer> inside, long imported) {
    return Region.of(
        inside,
        Region.curvesOf(curves, inside),
        imported,
        problem.rules().floor().tenThousandths(),
        problem.rules().cap().tenThousandths(),
        problem.rules().tie());
  }

  /**
   * @param imported units that reach each zone over full links from other regions
   */
  private void split(List<Integer> inside, Region region, long[] imported) {
    Flows flows = Flows.of(inside, surplus(region, inside, imported), arcs);
    if (inside.size() == 1 || flows.missing() <= TOLERANCE) {
      inside.forEach(zone -> regionOf[zone] = region);
      return;
    }
    boolean[] exporting = flows.exporting();
    List<Integer> cheap = new ArrayList<>();
    List<Integer> dear = new ArrayList<>();
    inside.forEach(zone -> (exporting[zone] ? cheap : dear).add(zone));
    long[] across = imported.clone();
    for (int i = 0; i < cutFlows.length; i++) {
      cut(i, cheap, dear, across);
    }
    split(cheap, region(cheap, sum(cheap, across)), across);
    split(dear, region(dear, sum(dear, across)), across);
  }

  private static long sum(List<Integer> inside, long[] imported) {
    return inside.stream().mapToLong(zone -> imported[zone]).sum();
  }

  /** A link from the cheap side to the dear one is full in that direction. */
  private void cut(int i, List<Integer> cheap, List<Integer> dear, long[] across) {
    Arc arc = arcs.get(i);
    if (cheap.contains(arc.from()) && dear.contains(arc.to())) {
      cutFlows[i] = arc.forward();
      across[arc.from()] -= arc.forward();
      across[arc.to()] += arc.forward();
    } else if (cheap.contains(arc.to()) && dear.contains(arc.from())) {
      cutFlows[i] = -arc.reverse();
      across[arc.to()] -= arc.reverse();
      across[arc.from()] += arc.reverse();
    }
  }

  /** What each zone sends over the links inside its region, in units that add up to nothing. */
  private long[] surplus(Region region, List<Integer> inside, long[] imported) {
    BigInteger[] exact = new BigInteger[zones.size()];
    BigInteger denominator = BigInteger.ONE;
    long[] whole = new long[zones.size()];
    for (int i = 0; i < region.size(); i++) {
      int zone = region.curve(i).zone;
      BigInteger[] quantity = region.quantity(i);
      if (region.moves(i)) {
        denominator = quantity[1];
        exact[zone] = exact[zone] == null ? quantity[0] : exact[zone].add(quantity[0]);
      } else {
        whole[zone] += quantity[0].longValueExact();
      }
    }
    long[] surplus = new long[zones.size()];
    long rest = 0;
    for (int zone : inside) {
      long bought = whole[zone] + (exact[zone] == null ? 0 : floor(exact[zone], denominator));
      surplus[zone] = imported[zone] - bought;
      rest += surplus[zone];
    }
    // rounding down left a few units over: they are nobody's in particular
    for (int zone : inside) {
      long taken = Math.min(rest, 1);
      surplus[zone] -= taken;
      rest -= taken;
    }
    return surplus;
  }

  private static long floor(BigInteger numerator, BigInteger denominator) {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }
}

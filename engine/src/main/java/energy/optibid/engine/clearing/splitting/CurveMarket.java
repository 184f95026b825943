package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.domain.PeriodMarket;
import energy.optibid.engine.units.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A period of interpolated curves on lossless links, for searching: the same splitting as {@link
 * Splitting}, on the zones' summed curves and in floating point, many times as fast.
 */
public final class CurveMarket implements PeriodMarket {
  /** Quantities are compared to this part of a lot. */
  private static final double SAME = 1e-6;

  /** So near to half a tick a price is cleared exactly before it is rounded. */
  private static final double HALF_A_TICK = 1e-3;

  private static final long FLOW_UNITS_PER_LOT = 1 << 20;
  private static final long FLOW_TOLERANCE = 64;
  private static final double PENALTY_WIDTHS = 2;
  private static final double PENALTY_LOTS = 1e9;

  private final CurveProblem problem;
  private final ClearingRules rules;
  private final double tick;
  private final List<String> zones;
  private final ZoneCurve[] curves;
  private final double[] levels;
  private final List<Flows.Arc> arcs;
  private final long[] fixed;
  private final long[] injected;
  private boolean forced;
  private @Nullable ClearingResult exact;
  private final double[] price;
  private final double[] low;
  private final double[] high;
  private final List<Hop> hops = new ArrayList<>();
  private final double atRest;
  private double welfare;
  private long work;

  /**
   * @param exports what leaves each zone whatever the price
   */
  public CurveMarket(CurveProblem problem, List<ExternalExchange> exports) {
    this.problem = problem;
    this.rules = problem.rules();
    this.tick = problem.tick().tenThousandths();
    this.zones = problem.zones().stream().sorted().toList();
    long lot = rules.lot().kilowatts();
    double floor = rules.floor().tenThousandths();
    double cap = rules.cap().tenThousandths();
    double beyond = PENALTY_WIDTHS * (cap - floor + 1);
    List<List<Curve>> byZone = new ArrayList<>();
    zones.forEach(zone -> byZone.add(new ArrayList<>()));
    problem
        .orders()
        .forEach(
            order -> {
              int zone = zones.indexOf(order.zone());
              byZone.get(zone).add(new Curve(order, zone));
            });
    double unitsPerLot = (double) (lot << Curve.UNIT_BITS);
    this.curves =
        byZone.stream()
            .map(own -> ZoneCurve.of(own, unitsPerLot, floor, cap, beyond, PENALTY_LOTS))
            .toArray(ZoneCurve[]::new);
    this.levels =
        Arrays.stream(curves)
            .flatMapToDouble(c -> Arrays.stream(c.levels()))
            .sorted()
            .distinct()
            .toArray();
    this.arcs =
        problem.links().stream()
            .sorted(Comparator.comparing(Link::id))
            .map(
                link ->
                    new Flows.Arc(
                        zones.indexOf(link.from()),
                        zones.indexOf(link.to()),
                        link.reverseCapacity().kilowatts() / lot * FLOW_UNITS_PER_LOT,
                        link.forwardCapacity().kilowatts() / lot * FLOW_UNITS_PER_LOT))
            .toList();
    this.fixed = new long[zones.size()];
    for (ExternalExchange export : exports) {
      fixed[zones.indexOf(export.zone())] -= export.export().kilowatts() / lot;
    }
    this.injected = new long[zones.size()];
    this.price = new double[zones.size()];
    this.low = new double[zones.size()];
    this.high = new double[zones.size()];
    clear();
    this.atRest = welfare;
  }

  @Override
  public void inject(long[] lots) {
    if (!Arrays.equals(lots, injected)) {
      System.arraycopy(lots, 0, injected, 0, lots.length);
      clear();
    }
  }

  private void clear() {
    work++;
    welfare = 0;
    forced = false;
    exact = null;
    hops.clear();
    double[] imported = new double[zones.size()];
    for (int zone = 0; zone < imported.length; zone++) {
      imported[zone] = fixed[zone] + injected[zone];
    }
    split(IntStream.range(0, zones.size()).boxed().toList(), imported);
  }

  /**
   * @param imported lots that reach each zone from outside the region
   */
  private void split(List<Integer> inside, double[] imported) {
    double wanted = inside.stream().mapToDouble(zone -> imported[zone]).sum();
    RegionPrice region = price(inside, wanted);
    if (inside.size() > 1) {
      Flows flows = Flows.of(inside, surplus(inside, imported, region), arcs);
      if (flows.missing() > FLOW_TOLERANCE) {
        cut(inside, flows.exporting(), imported);
        return;
      }
    }
    for (int zone : inside) {
      price[zone] = region.price;
      low[zone] = region.low;
      high[zone] = region.high;
      welfare += curves[zone].areaAbove(region.price);
      // strictly: links might keep the injection from those it would share with
      forced |= region.cutsBuyers && fixed[zone] + injected[zone] < 0;
      forced |= region.cutsSellers && fixed[zone] + injected[zone] > 0;
      hops.add(new Hop(inside.get(0), zone));
      hops.add(new Hop(zone, inside.get(0)));
    }
    welfare += region.price * wanted;
  }

  private void cut(List<Integer> inside, boolean[] exporting, double[] imported) {
    List<Integer> cheap = new ArrayList<>();
    List<Integer> dear = new ArrayList<>();
    inside.forEach(zone -> (exporting[zone] ? cheap : dear).add(zone));
    double[] across = imported.clone();
    for (Flows.Arc arc : arcs) {
      boolean fromInside = inside.contains(arc.from()) && inside.contains(arc.to());
      if (fromInside && exporting[arc.from()] != exporting[arc.to()]) {
        long full = exporting[arc.from()] ? arc.forward() : -arc.reverse();
        across[arc.from()] -= (double) full / FLOW_UNITS_PER_LOT;
        across[arc.to()] += (double) full / FLOW_UNITS_PER_LOT;
        // one more lot may always flow back
        hops.add(
            exporting[arc.from()] ? new Hop(arc.to(), arc.from()) : new Hop(arc.from(), arc.to()));
      }
    }
    split(cheap, across);
    split(dear, across);
  }

  /** What each zone sends over the links of its region; the parts add up to nothing. */
  private long[] surplus(List<Integer> inside, double[] imported, RegionPrice region) {
    long[] surplus = new long[zones.size()];
    long rest = 0;
    for (int zone : inside) {
      double before = curves[zone].before(region.price);
      double taken = before + region.share * (curves[zone].after(region.price) - before);
      surplus[zone] = Math.round((imported[zone] - taken) * FLOW_UNITS_PER_LOT);
      rest += surplus[zone];
    }
    surplus[inside.get(0)] -= rest;
    return surplus;
  }

  /**
   * @param share how much of the steps at the price is gone down
   * @param cutsBuyers whether the cap cannot balance the region, so that buyers there are cut
   * @param cutsSellers the same of the floor
   */
  private record RegionPrice(
      double price,
      double low,
      double high,
      double share,
      boolean cutsBuyers,
      boolean cutsSellers) {
    static RegionPrice point(double price, double share) {
      return new RegionPrice(price, price, price, share, false, false);
    }
  }

  private RegionPrice price(List<Integer> inside, double wanted) {
    int first = 0;
    int last = levels.length - 1;
    while (first < last) {
      int middle = (first + last) >>> 1;
      if (after(inside, levels[middle]) <= wanted + SAME) {
        last = middle;
      } else {
        first = middle + 1;
      }
    }
    double level = levels[first];
    double before = before(inside, level);
    double after = after(inside, level);
    if (before < wanted - SAME) {
      double start = levels[first - 1];
      double most = after(inside, start);
      double exact = start + (level - start) * (most - wanted) / (most - before);
      return RegionPrice.point(exact, 0);
    }
    if (Math.abs(after - wanted) <= SAME) {
      int end = first;
      while (end + 1 < levels.length
          && Math.abs(before(inside, levels[end + 1]) - wanted) <= SAME) {
        end++;
      }
      double from = Math.max(level, rules.floor().tenThousandths());
      double to = Math.min(levels[end], rules.cap().tenThousandths());
      if (from <= to && end > first) {
        double tied =
            switch (rules.tie()) {
              case LOWEST -> from;
              case HIGHEST -> to;
              case MIDPOINT -> (from + to) / 2;
            };
        // a step where the interval begins is all gone down, one where it ends is not begun
        return priced(inside, wanted, tied, from, to, tied == level ? 1 : 0);
      }
    }
    double share = before == after ? 0 : (before - wanted) / (before - after);
    return priced(inside, wanted, level, level, level, share);
  }

  /** A price, with who is cut if it is a limit. */
  private RegionPrice priced(
      List<Integer> inside, double wanted, double price, double from, double to, double share) {
    double cap = rules.cap().tenThousandths();
    double floor = rules.floor().tenThousandths();
    return new RegionPrice(
        price,
        from,
        to,
        share,
        from == cap && wanted < uncut(inside, cap, true) - SAME,
        to == floor && wanted > uncut(inside, floor, false) + SAME);
  }

  /** What curves want at a limit before anybody is cut. */
  private double uncut(List<Integer> inside, double limit, boolean cap) {
    return inside.stream()
        .mapToDouble(
            zone -> cap ? curves[zone].uncutAtCap(limit) : curves[zone].uncutAtFloor(limit))
        .sum();
  }

  private double before(List<Integer> inside, double level) {
    double sum = 0;
    for (int zone : inside) {
      sum += curves[zone].before(level);
    }
    return sum;
  }

  private double after(List<Integer> inside, double level) {
    double sum = 0;
    for (int zone : inside) {
      sum += curves[zone].after(level);
    }
    return sum;
  }

  @Override
  public double gain() {
    return welfare - atRest;
  }

  /** Curves are never compared: complex orders, which come and go, stand among steps alone. */
  @Override
  public double welfareAtRest() {
    return atRest;
  }

  /** To the tick, as the price is published. */
  @Override
  public double low(int zone) {
    return low[zone] < high[zone] ? Math.ceil(low[zone] / tick - SAME) * tick : published(zone);
  }

  @Override
  public double high(int zone) {
    return low[zone] < high[zone] ? Math.floor(high[zone] / tick + SAME) * tick : published(zone);
  }

  @Override
  public double tied(int zone) {
    return published(zone);
  }

  private double published(int zone) {
    double within =
        Math.max(
            rules.floor().tenThousandths(), Math.min(rules.cap().tenThousandths(), price[zone]));
    double ticks = within / tick;
    boolean nearHalf = Math.abs(ticks - Math.floor(ticks) - 0.5) < HALF_A_TICK;
    return nearHalf ? exact(zone) : Math.rint(ticks) * tick;
  }

  /** Which way a price at half a tick goes, only the exact clearing knows. */
  private double exact(int zone) {
    ClearingResult found = exact;
    if (found == null) {
      List<ExternalExchange> exchanges = new ArrayList<>();
      for (int i = 0; i < injected.length; i++) {
        Power export = new Power(-(fixed[i] + injected[i]) * rules.lot().kilowatts());
        exchanges.add(new ExternalExchange(zones.get(i), "injected", export));
      }
      found =
          SplitMarket.clear(
                  new CurvePeriod(
                          problem.block(),
                          zones,
                          List.of(),
                          problem.orders(),
                          problem.links(),
                          exchanges,
                          rules,
                          problem.tick())
                      .problem())
              .split();
      exact = found;
      work++;
    }
    return found.zone(zones.get(zone)).price().tenThousandths();
  }

  @Override
  public double steepest(int zone) {
    return high[zone];
  }

  @Override
  public double flattest(int zone) {
    return low[zone];
  }

  @Override
  public boolean isShort() {
    return forced
        || Arrays.stream(price)
            .anyMatch(
                each ->
                    each < rules.floor().tenThousandths() || each > rules.cap().tenThousandths());
  }

  @Override
  public List<Hop> hops() {
    return hops;
  }

  @Override
  public long work() {
    return work;
  }
}

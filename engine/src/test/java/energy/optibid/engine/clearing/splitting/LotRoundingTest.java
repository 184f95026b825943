package energy.optibid.engine.clearing.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.units.Power;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whole lots are those nearest to the exact quantities among all that balance every zone within the
 * links, found by trying every way to round.
 */
class LotRoundingTest {
  private static final int CASES = 600;

  /** Remainders are compared to a hundred millionth of a lot each. */
  private static final double SAME = 1e-6;

  @Test
  void lots_areTheNearestThatFindTheirWay() {
    Random random = new Random(5);
    int narrow = 0;
    int rounded = 0;
    for (int round = 0; round < CASES; round++) {
      long lot = random.nextBoolean() ? 1 : 100;
      CurveProblem problem =
          round % 3 == 0
              ? TightMarkets.nearlyFull(random, lot)
              : TightMarkets.random(random, lot, 4, 2 + random.nextInt(5), TiePrice.MIDPOINT);
      Splitting splitting = new Splitting(problem);
      Map<String, Double> exact = exact(splitting, lot);
      double nearest = nearest(problem, splitting, exact);
      LargestRemainder simple = new LargestRemainder(splitting, problem.rules().lot());
      List<LotRounding> ways = new ArrayList<>(List.of(new LotClearing(problem, splitting)));
      ways.add(LotRounding.of(problem, splitting));
      if (simple.fits()) {
        ways.add(simple);
      } else {
        narrow++;
      }
      for (LotRounding way : ways) {
        checkWay(problem, splitting, way, "round " + round);
        assertEquals(nearest, distance(exact, way), SAME, "round " + round + " " + way.getClass());
      }
      rounded += nearest > SAME ? 1 : 0;
    }
    assertTrue(narrow > 10 && rounded > 100, narrow + " narrow, " + rounded + " rounded");
  }

  @Test
  void ofEqualRemainders_theFirstNamesAreRoundedUp() {
    CurveProblem problem =
        TightMarkets.problem(
            List.of("A"),
            List.of(
                curve("c", 0, 1, 30, 0),
                curve("a", 0, 1, 30, 0),
                curve("b", 0, 1, 30, 0),
                curve("sell", 0, -2)),
            List.of(),
            TightMarkets.rules(1, TiePrice.LOWEST),
            TightMarkets.euros(1));
    LotRounding rounding = LotRounding.of(problem, new Splitting(problem));
    assertEquals(List.of(1L, 1L, 0L, -2L), lots(rounding, "a", "b", "c", "sell"));
    assertEquals(0, rounding.lotsOf("nobody"));
    assertEquals(0, rounding.flowOf("nothing"));
  }

  private static CurveOrder curve(String id, long... pricesAndLots) {
    List<CurveCorner> corners = new ArrayList<>();
    for (int i = 0; i < pricesAndLots.length; i += 2) {
      corners.add(
          new CurveCorner(TightMarkets.euros(pricesAndLots[i]), new Power(pricesAndLots[i + 1])));
    }
    return new CurveOrder(id, "A", corners);
  }

  private static List<Long> lots(LotRounding rounding, String... ids) {
    List<Long> lots = new ArrayList<>();
    for (String id : ids) {
      lots.add(rounding.lotsOf(id));
    }
    return lots;
  }

  /** Lots each curve has exactly, buying positive. */
  private static Map<String, Double> exact(Splitting splitting, long lot) {
    Map<String, Double> exact = new TreeMap<>();
    for (Region region : splitting.regionOf) {
      for (int i = 0; i < region.size(); i++) {
        BigInteger[] quantity = region.quantity(i);
        exact.put(
            region.curve(i).id,
            quantity[0].doubleValue()
                / quantity[1].doubleValue()
                / (double) (lot << Curve.UNIT_BITS));
      }
    }
    return exact;
  }

  private static double distance(Map<String, Double> exact, LotRounding rounding) {
    double sum = 0;
    for (Map.Entry<String, Double> curve : exact.entrySet()) {
      sum += Math.abs(curve.getValue() - rounding.lotsOf(curve.getKey()));
    }
    return sum;
  }

  private static void checkWay(
      CurveProblem problem, Splitting splitting, LotRounding way, String what) {
    long lot = problem.rules().lot().kilowatts();
    long[] balance = new long[splitting.zones.size()];
    for (CurveOrder order : problem.orders()) {
      balance[splitting.zones.indexOf(order.zone())] -= way.lotsOf(order.id());
    }
    for (int i = 0; i < splitting.links.size(); i++) {
      Link link = splitting.links.get(i);
      long flow = way.flowOf(link.id());
      balance[splitting.zones.indexOf(link.from())] -= flow;
      balance[splitting.zones.indexOf(link.to())] += flow;
      assertTrue(flow <= link.forwardCapacity().kilowatts() / lot, what + link);
      assertTrue(-flow <= link.reverseCapacity().kilowatts() / lot, what + link);
      Long full = splitting.cutFlows[i];
      assertTrue(full == null || full == flow * lot << Curve.UNIT_BITS, what + link);
    }
    for (long zone : balance) {
      assertEquals(0, zone, what);
    }
  }

  private static double nearest(
      CurveProblem problem, Splitting splitting, Map<String, Double> exact) {
    return nearest(problem, splitting, new ArrayList<>(exact.entrySet()), 0, new TreeMap<>());
  }

  private static double nearest(
      CurveProblem problem,
      Splitting splitting,
      List<Map.Entry<String, Double>> exact,
      int index,
      Map<String, Long> lots) {
    if (index == exact.size()) {
      return findWay(problem, splitting, lots) ? 0 : Double.POSITIVE_INFINITY;
    }
    double quantity = exact.get(index).getValue();
    double whole = Math.rint(quantity);
    double best = Double.POSITIVE_INFINITY;
    double[] tries =
        Math.abs(quantity - whole) < SAME
            ? new double[] {whole}
            : new double[] {Math.floor(quantity), Math.ceil(quantity)};
    for (double each : tries) {
      lots.put(exact.get(index).getKey(), (long) each);
      double rest = nearest(problem, splitting, exact, index + 1, lots);
      best = Math.min(best, rest + Math.abs(quantity - each));
    }
    return best;
  }

  /** Whether flows over links within regions can balance every zone, those between being full. */
  private static boolean findWay(
      CurveProblem problem, Splitting splitting, Map<String, Long> lots) {
    long lot = problem.rules().lot().kilowatts();
    long[] balance = new long[splitting.zones.size()];
    for (CurveOrder order : problem.orders()) {
      balance[splitting.zones.indexOf(order.zone())] -= lots.getOrDefault(order.id(), 0L);
    }
    return route(splitting, lot, balance, 0);
  }

  private static boolean route(Splitting splitting, long lot, long[] balance, int link) {
    if (link == splitting.links.size()) {
      for (long zone : balance) {
        if (zone != 0) {
          return false;
        }
      }
      return true;
    }
    Link carried = splitting.links.get(link);
    int from = splitting.zones.indexOf(carried.from());
    int to = splitting.zones.indexOf(carried.to());
    Long full = splitting.cutFlows[link];
    long least = full == null ? -carried.reverseCapacity().kilowatts() / lot : inLots(full, lot);
    long most = full == null ? carried.forwardCapacity().kilowatts() / lot : inLots(full, lot);
    for (long flow = least; flow <= most; flow++) {
      balance[from] -= flow;
      balance[to] += flow;
      boolean found = route(splitting, lot, balance, link + 1);
      balance[from] += flow;
      balance[to] -= flow;
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static long inLots(long units, long lot) {
    return units / (lot << Curve.UNIT_BITS);
  }
}

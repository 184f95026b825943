package energy.optibid.benchmarks;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An invented day of a given size: quarter-hours, areas on a meshed network, portfolios that each
 * have an order of five corners or steps in every quarter-hour, blocks of an hour to half a day.
 * Prices follow a daily shape so that areas split in some hours and not in others.
 */
final class InventedDay {
  private static final int CORNERS = 5;
  private static final int CAP = 10_000;

  private final Random random;
  private final List<String> areas = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final int periods;
  private final int[] level;
  private final int[] size;

  private InventedDay(int periods, int areaCount, int portfolios, long seed) {
    this.random = new Random(seed);
    this.periods = periods;
    for (int area = 0; area < areaCount; area++) {
      areas.add(String.format("A%02d", area));
    }
    this.level = random.ints(portfolios, 1_500, 7_500).toArray();
    this.size = random.ints(portfolios, 10, 160).toArray();
    for (int area = 1; area < areaCount; area++) {
      link("tree" + area, random.nextInt(area), area);
    }
    for (int mesh = 0; mesh < areaCount / 3; mesh++) {
      int from = random.nextInt(areaCount);
      link("mesh" + mesh, from, (from + 1 + random.nextInt(areaCount - 1)) % areaCount);
    }
  }

  private void link(String id, int from, int to) {
    Power forward = megawatts(300 + random.nextInt(1_500));
    Power reverse = megawatts(300 + random.nextInt(1_500));
    links.add(new Link(id, areas.get(from), areas.get(to), reverse, forward));
  }

  /**
   * @param portfolios orders in each period
   * @param interpolated whether orders are straight between corners, as in India, or steps
   */
  static AuctionProblem of(
      int periods, int areas, int portfolios, int blocks, boolean interpolated, long seed) {
    return new InventedDay(periods, areas, portfolios, seed).problem(blocks, interpolated);
  }

  private AuctionProblem problem(int blocks, boolean interpolated) {
    List<AuctionPeriod> all = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      double turn = 2 * Math.PI * t / periods;
      double shape = 1 + 0.35 * Math.sin(turn) + 0.2 * Math.sin(3 * turn);
      List<Order> steps = new ArrayList<>();
      List<CurveOrder> curves = new ArrayList<>();
      for (int i = 0; i < level.length; i++) {
        boolean buys = i % 2 == 0;
        int[] prices = prices(buys ? level[i] * shape : level[i]);
        if (interpolated) {
          curves.add(curve(i, buys, prices));
        } else {
          steps.add(steps(i, buys, prices));
        }
      }
      Instant start = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(900L * t);
      all.add(
          new AuctionPeriod(
              new DeliveryBlock(start, Duration.ofMinutes(15)),
              steps,
              curves,
              links,
              List.of(),
              List.of(),
              List.of()));
    }
    return new AuctionProblem(
        areas,
        all,
        blocks(blocks),
        List.of(),
        List.of(),
        List.of(),
        new ClearingRules(
            Currency.getInstance("INR"), rupees(0), rupees(CAP), new Power(100), TiePrice.MIDPOINT),
        new Price(100),
        true);
  }

  /** Rising, within the limits. */
  private int[] prices(double middle) {
    int[] prices = new int[CORNERS];
    for (int k = 0; k < CORNERS; k++) {
      int wished = (int) Math.round(middle * (0.7 + 0.15 * k)) + random.nextInt(30);
      int above = k == 0 ? 0 : prices[k - 1] + 1;
      prices[k] = Math.min(CAP - CORNERS + k, Math.max(above, wished));
    }
    return prices;
  }

  private CurveOrder curve(int i, boolean buys, int[] prices) {
    List<CurveCorner> corners = new ArrayList<>();
    for (int k = 0; k < CORNERS; k++) {
      int share = buys ? CORNERS - 1 - k : -k;
      corners.add(new CurveCorner(rupees(prices[k]), megawatts((long) size[i] * share / 4)));
    }
    return new CurveOrder("c" + i, areas.get(i % areas.size()), corners);
  }

  private Order steps(int i, boolean buys, int[] prices) {
    List<Step> steps = new ArrayList<>();
    for (int price : prices) {
      steps.add(new Step(rupees(price), megawatts(size[i] / 5 + 1)));
    }
    return new Order("c" + i, areas.get(i % areas.size()), buys ? Side.BUY : Side.SELL, steps);
  }

  private List<BlockOrder> blocks(int count) {
    List<BlockOrder> blocks = new ArrayList<>();
    for (int b = 0; b < count; b++) {
      int length = Math.min(periods, 4 + random.nextInt(periods / 2));
      int first = 1 + random.nextInt(periods - length + 1);
      Power each = megawatts(5 + random.nextInt(100));
      Map<Integer, Power> quantities = new TreeMap<>();
      for (int t = first; t < first + length; t++) {
        quantities.put(t, each);
      }
      blocks.add(
          BlockOrder.whole(
              String.format("b%04d", b),
              areas.get(random.nextInt(areas.size())),
              random.nextInt(3) == 0 ? Side.BUY : Side.SELL,
              rupees(2_500 + random.nextInt(3_500)),
              quantities));
    }
    return blocks;
  }

  private static Price rupees(int price) {
    return new Price(price * 10_000L);
  }

  private static Power megawatts(long megawatts) {
    return new Power(megawatts * 1_000);
  }
}

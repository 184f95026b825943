package energy.optibid.engine.clearing.replay;

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
import java.util.Random;

/** Auctions of hours in two zones, A and B, written in one line each; the lot is 0.1 MW. */
final class Auctions {
  static final ClearingRules RULES =
      new ClearingRules(
          Currency.getInstance("EUR"),
          Price.of("0"),
          Price.of("4000"),
          Power.ofMegawatts("0.1"),
          TiePrice.MIDPOINT);
  private static final Instant START = Instant.parse("2025-04-01T22:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private Auctions() {}

  /** Steps as price, MW, price, MW … */
  static Order order(String id, String zone, Side side, long... steps) {
    List<Step> list = new ArrayList<>();
    for (int i = 0; i < steps.length; i += 2) {
      list.add(new Step(price(steps[i]), megawatts(steps[i + 1])));
    }
    return new Order(id, zone, side, list);
  }

  static Order sell(String id, String zone, long... steps) {
    return order(id, zone, Side.SELL, steps);
  }

  /** One step at a price that is no whole number. */
  static Order sellAt(String id, String zone, Price price, long megawatts) {
    return new Order(id, zone, Side.SELL, List.of(new Step(price, megawatts(megawatts))));
  }

  static Order buy(String id, String zone, long... steps) {
    return order(id, zone, Side.BUY, steps);
  }

  /** Corners as price, MW, price, MW …; sales negative. */
  static CurveOrder curve(String id, String zone, long... corners) {
    List<CurveCorner> list = new ArrayList<>();
    for (int i = 0; i < corners.length; i += 2) {
      list.add(new CurveCorner(price(corners[i]), megawatts(corners[i + 1])));
    }
    return new CurveOrder(id, zone, list);
  }

  static Price price(long perMegawattHour) {
    return new Price(perMegawattHour * 10_000);
  }

  static Power megawatts(long megawatts) {
    return new Power(megawatts * 1000);
  }

  /** One period of steps; the link from A to B carries {@code capacity} MW either way. */
  static AuctionPeriod hour(int number, long capacity, Order... orders) {
    return period(number, capacity, List.of(orders), List.of());
  }

  /** One period of curves. */
  static AuctionPeriod hour(int number, long capacity, CurveOrder... curves) {
    return period(number, capacity, List.of(), List.of(curves));
  }

  private static AuctionPeriod period(
      int number, long capacity, List<Order> orders, List<CurveOrder> curves) {
    return new AuctionPeriod(
        new DeliveryBlock(START.plus(HOUR.multipliedBy(number - 1L)), HOUR),
        orders,
        curves,
        List.of(new Link("A_B", "A", "B", megawatts(capacity), megawatts(capacity))),
        List.of(),
        List.of(),
        List.of());
  }

  static AuctionProblem day(AuctionPeriod... periods) {
    return day(List.of(), periods);
  }

  static AuctionProblem day(List<BlockOrder> blocks, AuctionPeriod... periods) {
    return new AuctionProblem(
        List.of("A", "B"),
        List.of(periods),
        blocks,
        List.of(),
        List.of(),
        List.of(),
        RULES,
        Price.of("0.01"),
        false);
  }

  /** Four hours of many participants with ties, in the first of which {@code own} sells in A. */
  static AuctionProblem random(long seed) {
    Random random = new Random(seed);
    AuctionPeriod[] hours = new AuctionPeriod[4];
    for (int i = 0; i < hours.length; i++) {
      List<Order> orders = new ArrayList<>();
      if (i < 2) {
        orders.add(sell("own", "A", 1 + random.nextInt(6), 1 + random.nextInt(9)));
      }
      for (int k = 0; k < 10; k++) {
        orders.add(
            order(
                "o" + k,
                random.nextBoolean() ? "A" : "B",
                k % 2 == 0 ? Side.BUY : Side.SELL,
                1 + random.nextInt(8),
                random.nextInt(9),
                1 + random.nextInt(8),
                random.nextInt(9)));
      }
      hours[i] = hour(i + 1, random.nextInt(8), orders.toArray(Order[]::new));
    }
    return day(hours);
  }

  /** The same of interpolated curves. */
  static AuctionProblem randomCurves(long seed) {
    Random random = new Random(seed);
    AuctionPeriod[] hours = new AuctionPeriod[3];
    for (int i = 0; i < hours.length; i++) {
      List<CurveOrder> curves = new ArrayList<>();
      curves.add(curve("own", "A", 20 + random.nextInt(60), 0, 100, -1 - random.nextInt(9)));
      for (int k = 0; k < 10; k++) {
        long low = 1 + random.nextInt(50);
        long high = low + 1 + random.nextInt(60);
        long quantity = 1 + random.nextInt(40);
        String zone = random.nextBoolean() ? "A" : "B";
        curves.add(
            switch (k % 3) {
              case 0 -> curve("c" + k, zone, low, quantity, high, 0);
              case 1 -> curve("c" + k, zone, low, 0, high, -quantity);
              default -> curve("c" + k, zone, low, quantity, high, -quantity);
            });
      }
      hours[i] = hour(i + 1, random.nextInt(20), curves.toArray(CurveOrder[]::new));
    }
    return day(hours);
  }
}

package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes auctions of whole hours in a line an order: prices in whole euros per MWh, quantities in
 * whole units of so many kW.
 */
final class Book {
  static final Currency EUR = Currency.getInstance("EUR");
  private static final Instant START = Instant.parse("2025-04-01T00:00:00Z");
  private static final long EURO = 10_000;

  /** What stands in one hour. */
  private static final class Hour {
    final List<Order> orders = new ArrayList<>();
    final List<CurveOrder> curves = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<ExternalExchange> exchanges = new ArrayList<>();
    final List<BorderNode> borders = new ArrayList<>();
    final List<FlowLimit> limits = new ArrayList<>();
  }

  private final List<String> zones;
  private final List<Hour> hours = new ArrayList<>();
  private final List<BlockOrder> blocks = new ArrayList<>();
  private final List<ComplexOrder> complexes = new ArrayList<>();
  private final List<RampLimit> ramps = new ArrayList<>();
  private final List<LineLoss> losses = new ArrayList<>();
  private long unit = 1000;
  private long lot = 1;
  private long floor = -500;
  private long cap = 3000;
  private long minutes = 60;
  private Price tick = Price.of("0.01");
  private TiePrice tie = TiePrice.MIDPOINT;
  private boolean partialAtTheMoney = true;

  private Book(int hours, List<String> zones) {
    this.zones = zones;
    for (int i = 0; i < hours; i++) {
      this.hours.add(new Hour());
    }
  }

  static Book hours(int hours, String... zones) {
    return new Book(hours, List.of(zones));
  }

  /** The unit of quantities and the lot, in kW; before any quantity is named. */
  Book units(long kilowatts, long kilowattsPerLot) {
    unit = kilowatts;
    lot = kilowattsPerLot;
    return this;
  }

  Book limits(long lowest, long highest) {
    floor = lowest;
    cap = highest;
    return this;
  }

  Book tie(TiePrice rule) {
    tie = rule;
    return this;
  }

  Book tick(String price) {
    tick = Price.of(price);
    return this;
  }

  Book minutes(long perPeriod) {
    minutes = perPeriod;
    return this;
  }

  Book partialMayGain() {
    partialAtTheMoney = false;
    return this;
  }

  /** A purchase in one hour as price, quantity, price, quantity … */
  Book buy(int hour, String id, String zone, long... steps) {
    return order(hour, id, zone, Side.BUY, steps);
  }

  Book sell(int hour, String id, String zone, long... steps) {
    return order(hour, id, zone, Side.SELL, steps);
  }

  Book order(int hour, String id, String zone, Side side, long... steps) {
    at(hour).orders.add(new Order(id, zone, side, steps(steps)));
    return this;
  }

  /** A curve as price, quantity, …; purchases are positive. */
  Book curve(int hour, String id, String zone, long... corners) {
    List<CurveCorner> list = new ArrayList<>();
    for (int i = 0; i < corners.length; i += 2) {
      list.add(new CurveCorner(euros(corners[i]), power(corners[i + 1])));
    }
    at(hour).curves.add(new CurveOrder(id, zone, list));
    return this;
  }

  /** A link of every hour. */
  Book link(String id, String from, String to, long reverse, long forward) {
    for (Hour hour : hours) {
      hour.links.add(new Link(id, from, to, power(reverse), power(forward)));
    }
    return this;
  }

  Book ramp(String link, long step, Optional<Long> before) {
    ramps.add(new RampLimit(link, power(step), before.map(this::power)));
    return this;
  }

  Book loss(String link, String share) {
    losses.add(new LineLoss(link, Ratio.of(share)));
    return this;
  }

  Book export(int hour, String zone, long quantity) {
    at(hour).exchanges.add(new ExternalExchange(zone, "abroad", power(quantity)));
    return this;
  }

  Book border(String id, long price) {
    hours.forEach(hour -> hour.borders.add(new BorderNode(id, euros(price))));
    return this;
  }

  Book critical(int hour, String id, long margin, Map<String, String> ptdf) {
    Map<String, BigDecimal> factors = new TreeMap<>();
    ptdf.forEach((zone, factor) -> factors.put(zone, new BigDecimal(factor)));
    at(hour).limits.add(new FlowLimit(id, factors, power(margin)));
    return this;
  }

  Book block(BlockOrder block) {
    blocks.add(block);
    return this;
  }

  Book blocks(List<BlockOrder> all) {
    blocks.addAll(all);
    return this;
  }

  /** A block from a first hour on, one quantity an hour. */
  BlockOrder profile(String id, String zone, Side side, long price, int first, long... quantities) {
    SortedMap<Integer, Power> byHour = new TreeMap<>();
    for (int i = 0; i < quantities.length; i++) {
      byHour.put(first + i, power(quantities[i]));
    }
    return BlockOrder.whole(id, zone, side, euros(price), byHour);
  }

  /**
   * A complex order with one list of steps an hour.
   *
   * @param fixed of its minimum income; negative where it has none
   * @param variable of its minimum income; negative in a scalable one
   * @param gradient negative where it has none
   */
  Book complex(
      String id,
      String zone,
      long fixed,
      long variable,
      long gradient,
      int scheduledStop,
      long[]... steps) {
    SortedMap<Integer, List<Step>> byHour = new TreeMap<>();
    for (int i = 0; i < steps.length; i++) {
      byHour.put(i + 1, steps(steps[i]));
    }
    Optional<ComplexOrder.MinimumIncome> income =
        fixed < 0
            ? Optional.empty()
            : Optional.of(
                new ComplexOrder.MinimumIncome(
                    money(fixed), variable < 0 ? Optional.empty() : Optional.of(euros(variable))));
    complexes.add(
        new ComplexOrder(
            id,
            zone,
            byHour,
            income,
            gradient < 0 ? Optional.empty() : Optional.of(power(gradient)),
            scheduledStop));
    return this;
  }

  AuctionProblem problem() {
    List<AuctionPeriod> periods = new ArrayList<>();
    for (Hour hour : hours) {
      periods.add(
          new AuctionPeriod(
              new DeliveryBlock(
                  START.plus(Duration.ofMinutes(minutes * periods.size())),
                  Duration.ofMinutes(minutes)),
              hour.orders,
              hour.curves,
              hour.links,
              hour.exchanges,
              hour.borders,
              hour.limits));
    }
    return new AuctionProblem(
        zones,
        periods,
        blocks,
        complexes,
        ramps,
        losses,
        new ClearingRules(EUR, euros(floor), euros(cap), new Power(lot), tie),
        tick,
        partialAtTheMoney);
  }

  /** The answer, proven to be the best, once the verifier has nothing to say. */
  AuctionResult cleared() {
    AuctionProblem problem = problem();
    AuctionResult result = Auction.clear(problem, WorkBudget.DEFAULT);
    assertEquals(List.of(), AuctionVerifier.verify(problem, result));
    assertEquals(Search.End.OPTIMAL, result.search().end());
    return result;
  }

  static Price euros(long perMegawattHour) {
    return new Price(perMegawattHour * EURO);
  }

  static Money money(long euros) {
    return new Money(BigDecimal.valueOf(euros), EUR);
  }

  Power power(long units) {
    return new Power(units * unit);
  }

  private List<Step> steps(long... pairs) {
    List<Step> list = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      list.add(new Step(euros(pairs[i]), power(pairs[i + 1])));
    }
    return list;
  }

  private Hour at(int hour) {
    return hours.get(hour - 1);
  }
}

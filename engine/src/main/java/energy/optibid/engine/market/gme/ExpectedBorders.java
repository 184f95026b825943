package energy.optibid.engine.market.gme;

import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a desk may expect at the borders before the gate closes: yesterday's exchange at yesterday's
 * price of the zone, so much more imported for each unit the price rises and so much less for each
 * it falls, as far as the border's published capacity goes. Nothing of the day itself is used but
 * its capacities, which are published before the gate.
 */
public final class ExpectedBorders {
  /** Steps each way; beyond them a border is taken not to answer any more. */
  private static final int STEPS = 60;

  private final GmeDay yesterday;
  private final Power perUnit;

  /**
   * @param perUnit by how much a border's exchange changes per unit of price
   */
  public ExpectedBorders(GmeDay yesterday, Power perUnit) {
    this.yesterday = yesterday;
    this.perUnit = perUnit;
  }

  /** The day's auction with the expected exchanges at its borders. */
  public AuctionProblem auction(GmeDay day) {
    AuctionProblem open = day.auction(Boundary.YESTERDAY);
    List<AuctionPeriod> periods = new ArrayList<>();
    for (int number = 1; number <= open.periods().size(); number++) {
      periods.add(expected(day, open.periods().get(number - 1), number));
    }
    return new AuctionProblem(
        open.zones(),
        periods,
        open.blocks(),
        open.complexes(),
        open.ramps(),
        open.losses(),
        open.rules(),
        open.tick(),
        open.partialAtTheMoney());
  }

  private AuctionPeriod expected(GmeDay day, AuctionPeriod period, int number) {
    // a day of another length has no such hour: its last one stands in
    int before = Math.min(number, yesterday.day().blockCount());
    List<ExternalExchange> exchanges = yesterday.exchanges(before);
    List<Order> orders = new ArrayList<>(period.orders());
    for (ExternalExchange exchange : exchanges) {
      yesterday
          .publishedPrice(before, exchange.zone())
          .ifPresent(price -> addAnswer(orders, day, number, exchange, price));
    }
    return new AuctionPeriod(
        period.block(),
        orders,
        period.curves(),
        period.links(),
        exchanges,
        period.borders(),
        period.flowLimits());
  }

  private void addAnswer(
      List<Order> orders, GmeDay day, int number, ExternalExchange exchange, BigDecimal price) {
    Optional<Link> border =
        day.borders(number).stream()
            .filter(link -> joins(link, exchange.zone(), exchange.externalZone()))
            .findFirst();
    if (border.isEmpty() || perUnit.isZero()) {
      return;
    }
    boolean leaves = border.get().from().equals(exchange.zone());
    Power mostExport = leaves ? border.get().forwardCapacity() : border.get().reverseCapacity();
    Power mostImport = leaves ? border.get().reverseCapacity() : border.get().forwardCapacity();
    long export = exchange.export().kilowatts();
    String name = "border:" + exchange.zone() + ":" + exchange.externalZone();
    long start = price.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    orders.add(
        new Order(
            name + ":import",
            exchange.zone(),
            Side.SELL,
            steps(day, start, 1, mostImport.kilowatts() + export)));
    orders.add(
        new Order(
            name + ":export",
            exchange.zone(),
            Side.BUY,
            steps(day, start, -1, mostExport.kilowatts() - export)));
  }

  private static boolean joins(Link link, String zone, String other) {
    return link.from().equals(zone) && link.to().equals(other)
        || link.from().equals(other) && link.to().equals(zone);
  }

  private List<Step> steps(GmeDay day, long start, int way, long room) {
    List<Step> steps = new ArrayList<>();
    long left = room;
    for (int i = 1; i <= STEPS && left > 0; i++) {
      Price price = Price.of(BigDecimal.valueOf(start + (long) way * i));
      if (price.compareTo(day.rules().priceFloor()) >= 0
          && price.compareTo(day.rules().priceCap()) <= 0) {
        steps.add(new Step(price, new Power(Math.min(left, perUnit.kilowatts()))));
        left -= perUnit.kilowatts();
      }
    }
    return steps;
  }
}

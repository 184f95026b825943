package energy.optibid.engine.clearing.splitting;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.CurveResult;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.MarginalOrder;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Splits a market, rounds to lots and writes the result down with its proof. */
public final class SplitMarket {
  private static final long SECONDS_PER_HOUR = 3_600;
  private static final long KILOWATTS_PER_MEGAWATT = 1_000;

  private final CurveProblem problem;
  private final Splitting splitting;
  private final LotRounding rounding;
  private final long lot;
  private final List<OrderFill> fills = new ArrayList<>();
  private final long[] demand;
  private final long[] supply;

  /** By zone, the places in its region of the curves that move with the price. */
  private final List<List<Integer>> movers = new ArrayList<>();

  private BigInteger doubledWelfare = BigInteger.ZERO;

  private SplitMarket(CurveProblem problem) {
    this.problem = problem;
    this.lot = problem.rules().lot().kilowatts();
    this.splitting = new Splitting(problem);
    this.rounding = LotRounding.of(problem, splitting);
    this.demand = new long[splitting.zones.size()];
    this.supply = new long[splitting.zones.size()];
    splitting.zones.forEach(zone -> movers.add(new ArrayList<>()));
  }

  /** The cleared problem. */
  public static CurveResult clear(CurveProblem problem) {
    return new SplitMarket(problem).result();
  }

  private CurveResult result() {
    addFills();
    List<ZoneOutcome> zones = new ArrayList<>();
    for (int zone = 0; zone < splitting.zones.size(); zone++) {
      zones.add(outcome(zone));
    }
    Region whole = splitting.unconstrained;
    return new CurveResult(
        new ClearingResult(zones, flows(), fills, welfare()), published(whole), volume(whole));
  }

  private void addFills() {
    for (int zone = 0; zone < splitting.zones.size(); zone++) {
      Region region = splitting.regionOf[zone];
      if (region.zones.get(0) == zone) {
        addFills(region);
      }
    }
    fills.sort((a, b) -> a.orderId().compareTo(b.orderId()));
  }

  private void addFills(Region region) {
    for (int i = 0; i < region.size(); i++) {
      Curve curve = region.curve(i);
      long lots = rounding.lotsOf(curve.id);
      String zone = splitting.zones.get(curve.zone);
      CurveFills filling =
          new CurveFills(curve, zone, lots * lot, region.wantedAtLimit(i) >> Curve.UNIT_BITS);
      fills.add(filling.fill());
      doubledWelfare = doubledWelfare.add(BigInteger.valueOf(filling.doubledWelfare()));
      demand[curve.zone] += Math.max(lots, 0);
      supply[curve.zone] -= Math.min(lots, 0);
      if (region.moves(i)) {
        movers.get(curve.zone).add(i);
      }
    }
  }

  private ZoneOutcome outcome(int zone) {
    Region region = splitting.regionOf[zone];
    Price price = published(region);
    return new ZoneOutcome(
        splitting.zones.get(zone),
        price,
        new Price(Math.min(region.low, price.tenThousandths())),
        new Price(Math.max(region.high, price.tenThousandths())),
        marginal(zone, price),
        power(demand[zone]),
        power(supply[zone]),
        power(supply[zone] - demand[zone]));
  }

  /** The zone's own curves that move with the price, or the first of its region that does. */
  private List<MarginalOrder> marginal(int zone, Price price) {
    Region region = splitting.regionOf[zone];
    if (!movers.get(zone).isEmpty()) {
      return movers.get(zone).stream().map(i -> marginal(region, i, price)).toList();
    }
    return region.zones.stream()
        .flatMap(elsewhere -> movers.get(elsewhere).stream())
        .min(Comparator.naturalOrder())
        .map(i -> List.of(marginal(region, i, price)))
        .orElse(List.of());
  }

  private MarginalOrder marginal(Region region, int i, Price price) {
    Curve curve = region.curve(i);
    return new MarginalOrder(
        curve.id,
        0,
        splitting.zones.get(curve.zone),
        region.begin(i) > 0 ? Side.BUY : Side.SELL,
        price);
  }

  private List<LinkFlow> flows() {
    List<LinkFlow> flows = new ArrayList<>();
    for (int i = 0; i < splitting.links.size(); i++) {
      Link link = splitting.links.get(i);
      Flows.Arc arc = splitting.arcs.get(i);
      long flow = rounding.flowOf(link.id());
      long forward = link.forwardCapacity().kilowatts() / lot;
      long reverse = link.reverseCapacity().kilowatts() / lot;
      flows.add(
          new LinkFlow(
              link.id(),
              link.from(),
              link.to(),
              power(flow),
              flow == forward || flow == -reverse,
              new Price(
                  published(splitting.regionOf[arc.to()]).tenThousandths()
                      - published(splitting.regionOf[arc.from()]).tenThousandths())));
    }
    return flows;
  }

  /** The one rounding point of a price: half-even to the tick. */
  private Price published(Region region) {
    long tick = problem.tick().tenThousandths();
    BigDecimal ticks =
        new BigDecimal(region.priceNumerator)
            .divide(
                new BigDecimal(region.priceDenominator.multiply(BigInteger.valueOf(tick))),
                0,
                RoundingMode.HALF_EVEN);
    return new Price(ticks.longValueExact() * tick);
  }

  /** What all curves together buy at the unconstrained price, down to the lot. */
  private Power volume(Region whole) {
    BigInteger bought = BigInteger.ZERO;
    BigInteger denominator = BigInteger.ONE;
    long still = 0;
    for (int i = 0; i < whole.size(); i++) {
      BigInteger[] quantity = whole.quantity(i);
      if (quantity[0].signum() > 0) {
        if (whole.moves(i)) {
          bought = bought.add(quantity[0]);
          denominator = quantity[1];
        } else {
          still += quantity[0].longValueExact();
        }
      }
    }
    long units = still + bought.divide(denominator).longValueExact();
    return new Power((units >> Curve.UNIT_BITS) / lot * lot);
  }

  private Money welfare() {
    BigDecimal amount =
        new BigDecimal(doubledWelfare, Price.SCALE)
            .multiply(BigDecimal.valueOf(problem.block().duration().toSeconds()))
            .divide(
                BigDecimal.valueOf(2 * SECONDS_PER_HOUR * KILOWATTS_PER_MEGAWATT),
                Money.SCALE,
                RoundingMode.HALF_EVEN);
    return new Money(amount, problem.rules().currency());
  }

  private Power power(long lots) {
    return new Power(lots * lot);
  }
}

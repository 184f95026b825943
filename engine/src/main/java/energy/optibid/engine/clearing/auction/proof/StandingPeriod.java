package energy.optibid.engine.clearing.auction.proof;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.CurveCorner;
import energy.optibid.engine.clearing.CurveOrder;
import energy.optibid.engine.clearing.CurveProblem;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.StepFill;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import energy.optibid.engine.clearing.proof.ResultChecks;
import energy.optibid.engine.clearing.splitting.proof.CurveChecks;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One period as the single delivery block it is once blocks and complex orders are decided. */
final class StandingPeriod {
  private final AuctionClaim claim;
  private final int number;
  private final AuctionPeriod period;
  private final ClearingResult result;

  StandingPeriod(AuctionClaim claim, int number) {
    this.claim = claim;
    this.number = number;
    this.period = claim.period(number);
    this.result = claim.result.period(number);
  }

  /** All but the tie rule's choice. */
  List<Violation> violations() {
    List<ExternalExchange> exchanges = new ArrayList<>(period.exchanges());
    exchanges.addAll(blocks());
    return period.curves().isEmpty()
        ? ResultChecks.supporting(steps(period.links(), exchanges), result)
        : curves(period.links(), exchanges, result);
  }

  /**
   * What each zone must keep alone.
   *
   * @param leaving kW that leave each zone over the network and fixed exchanges, without blocks
   */
  List<Violation> violationsWithinZones(Map<String, Long> leaving) {
    List<ExternalExchange> exchanges = new ArrayList<>(blocks());
    leaving.forEach(
        (zone, kilowatts) ->
            exchanges.add(new ExternalExchange(zone, "network", new Power(kilowatts))));
    Set<String> apart = new HashSet<>();
    BigInteger cost = imports();
    Map<String, Long> soldApart = new HashMap<>();
    for (ComplexOrder order : claim.problem.complexes()) {
      if (!PeriodCheck.gradientBinds(claim, order, number)) {
        continue;
      }
      apart.add(order.id());
      for (StepFill step : claim.fill(order.id(), number).map(OrderFill::steps).orElse(List.of())) {
        long kilowatts = step.accepted().kilowatts();
        cost = cost.add(claim.grains(step.price().tenThousandths(), kilowatts, number));
        soldApart.merge(order.zone(), kilowatts, Long::sum);
      }
    }
    soldApart.forEach(
        (zone, kilowatts) ->
            exchanges.add(new ExternalExchange(zone, "gradient", new Power(-kilowatts))));
    ClearingResult alone =
        new ClearingResult(
            result.zones().stream()
                .map(zone -> with(zone, 0, -soldApart.getOrDefault(zone.zone(), 0L)))
                .toList(),
            List.of(),
            result.fills().stream().filter(fill -> !apart.contains(fill.orderId())).toList(),
            plus(result.welfare(), cost));
    return period.curves().isEmpty()
        ? ResultChecks.withinZones(steps(List.of(), exchanges), alone)
        : curves(List.of(), exchanges, alone);
  }

  /** Accepted blocks: a sale comes into its zone from outside, a purchase leaves it. */
  private List<ExternalExchange> blocks() {
    List<ExternalExchange> exchanges = new ArrayList<>();
    for (BlockOrder block : claim.problem.blocks()) {
      long accepted = claim.accepted(block, number);
      if (accepted != 0) {
        exchanges.add(
            new ExternalExchange(
                block.zone(),
                block.id(),
                new Power(block.side() == Side.SELL ? -accepted : accepted)));
      }
    }
    return exchanges;
  }

  /** Hourly orders and what stands of complex orders, but those whose gradient binds. */
  private List<Order> orders() {
    List<Order> orders = new ArrayList<>(period.orders());
    for (ComplexOrder order : claim.problem.complexes()) {
      List<Step> steps = order.steps().getOrDefault(number, List.of());
      if (!claim.active(order.id())) {
        Optional<Step> cheapest =
            number <= order.scheduledStop()
                ? steps.stream().min(Comparator.comparing(Step::price))
                : Optional.empty();
        steps = cheapest.map(List::of).orElse(List.of());
      }
      if (!steps.isEmpty() && !PeriodCheck.gradientBinds(claim, order, number)) {
        orders.add(new Order(order.id(), order.zone(), Side.SELL, steps));
      }
    }
    return orders;
  }

  private ClearingProblem steps(List<Link> links, List<ExternalExchange> exchanges) {
    return new ClearingProblem(
        period.block(),
        claim.problem.zones(),
        orders(),
        links,
        exchanges,
        links.isEmpty() ? List.of() : period.borders(),
        claim.problem.rules());
  }

  /** Steps become vertical steps, an exchange a curve that wants it at any price. */
  private List<Violation> curves(
      List<Link> links, List<ExternalExchange> exchanges, ClearingResult told) {
    List<CurveOrder> curves = new ArrayList<>(period.curves());
    orders().forEach(order -> curves.add(curve(order)));
    List<OrderFill> fills = new ArrayList<>(told.fills());
    Map<String, ZoneOutcome> zones = new HashMap<>();
    told.zones().forEach(zone -> zones.put(zone.zone(), zone));
    Price anyPrice = atAnyPrice();
    BigInteger worth = BigInteger.ZERO;
    for (int i = 0; i < exchanges.size(); i++) {
      ExternalExchange exchange = exchanges.get(i);
      String id = "exchange " + i + " with " + exchange.externalZone();
      long export = exchange.export().kilowatts();
      Power power = new Power(Math.abs(export));
      Side side = export < 0 ? Side.SELL : Side.BUY;
      curves.add(
          new CurveOrder(
              id, exchange.zone(), List.of(new CurveCorner(anyPrice, exchange.export()))));
      fills.add(
          new OrderFill(
              id,
              exchange.zone(),
              side,
              List.of(new StepFill(anyPrice, power, power, FillReason.IN_THE_MONEY))));
      zones.computeIfPresent(
          exchange.zone(), (name, zone) -> with(zone, Math.max(export, 0), Math.max(-export, 0)));
      worth = worth.add(claim.grains(anyPrice.tenThousandths(), export, number));
    }
    return CurveChecks.supporting(
        new CurveProblem(
            period.block(),
            claim.problem.zones(),
            curves,
            links,
            claim.problem.rules(),
            claim.problem.tick()),
        new ClearingResult(
            List.copyOf(zones.values()), told.flows(), fills, plus(told.welfare(), worth)));
  }

  /** Zero where the limits allow it, so that an exchange has no welfare of its own. */
  private Price atAnyPrice() {
    long floor = claim.problem.rules().floor().tenThousandths();
    long cap = claim.problem.rules().cap().tenThousandths();
    return new Price(Math.max(floor, Math.min(cap, 0)));
  }

  private CurveOrder curve(Order order) {
    boolean buys = order.side() == Side.BUY;
    List<Step> rising = order.steps().stream().sorted(Comparator.comparing(Step::price)).toList();
    long here = buys ? rising.stream().mapToLong(step -> step.quantity().kilowatts()).sum() : 0;
    List<CurveCorner> corners = new ArrayList<>();
    if (rising.isEmpty()) {
      corners.add(new CurveCorner(claim.problem.rules().floor(), Power.ZERO));
    }
    for (Step step : rising) {
      corners.add(new CurveCorner(step.price(), new Power(here)));
      here -= step.quantity().kilowatts();
      corners.add(new CurveCorner(step.price(), new Power(here)));
    }
    return new CurveOrder(order.id(), order.zone(), corners);
  }

  /** Grains paid to border nodes for what they sent into the zones. */
  private BigInteger imports() {
    BigInteger paid = BigInteger.ZERO;
    for (Link link : period.links()) {
      LinkTerms terms = PeriodCheck.link(claim, number, link.id()).orElseThrow();
      for (var border : period.borders()) {
        paid =
            paid.add(
                claim.grains(border.price().tenThousandths(), terms.leaving(border.id()), number));
      }
    }
    return paid;
  }

  private static ZoneOutcome with(ZoneOutcome zone, long bought, long sold) {
    return new ZoneOutcome(
        zone.zone(),
        zone.price(),
        zone.low(),
        zone.high(),
        zone.marginal(),
        zone.demand().plus(new Power(bought)),
        zone.supply().plus(new Power(sold)),
        zone.netPosition().plus(new Power(sold - bought)));
  }

  private static Money plus(Money money, BigInteger grains) {
    BigDecimal more =
        new BigDecimal(grains).divide(AuctionClaim.GRAINS, Money.SCALE, RoundingMode.HALF_EVEN);
    return new Money(money.amount().add(more), money.currency());
  }
}

package energy.optibid.engine.clearing.proof;

import static energy.optibid.engine.clearing.Violation.Rule.STATEMENT;

import energy.optibid.engine.clearing.FillReason;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.MarginalOrder;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether what the result says about itself follows from its allocation and prices. */
final class StatementCheck {
  private StatementCheck() {}

  static void check(Claim claim) {
    allocation(claim);
    marginalOrders(claim);
    flows(claim);
  }

  /** Sums, reasons and welfare. */
  static void allocation(Claim claim) {
    sums(claim);
    reasons(claim);
    welfare(claim);
  }

  private static void sums(Claim claim) {
    for (ZoneOutcome zone : claim.result.zones()) {
      long demand = accepted(claim, zone.zone(), Side.BUY);
      long supply = accepted(claim, zone.zone(), Side.SELL);
      if (zone.demand().kilowatts() != demand
          || zone.supply().kilowatts() != supply
          || zone.netPosition().kilowatts() != supply - demand) {
        claim.broken(
            STATEMENT,
            zone.zone(),
            String.format(
                "accepted are %d kW bought, %d sold; stated %s, %s, net %s",
                demand, supply, zone.demand(), zone.supply(), zone.netPosition()));
      }
    }
  }

  private static long accepted(Claim claim, String zone, Side side) {
    return claim.offers.stream()
        .filter(offer -> offer.zone().equals(zone) && offer.side() == side)
        .mapToLong(Claim.Offer::accepted)
        .sum();
  }

  private static void marginalOrders(Claim claim) {
    Map<String, Set<String>> reach = new HashMap<>();
    claim.problem.zones().forEach(node -> reach.put(node, claim.reachableFrom(node)));
    claim.borders().forEach(node -> reach.put(node, claim.reachableFrom(node)));
    for (ZoneOutcome zone : claim.result.zones()) {
      Set<MarginalOrder> expected = new HashSet<>();
      for (Claim.Offer offer : claim.offers) {
        boolean above =
            offer.mayInjectMore()
                && offer.price() == zone.high().tenThousandths()
                && reach.getOrDefault(offer.zone(), Set.of()).contains(zone.zone());
        boolean below =
            offer.mayInjectLess()
                && offer.price() == zone.low().tenThousandths()
                && reach.getOrDefault(zone.zone(), Set.of()).contains(offer.zone());
        if (above || below) {
          expected.add(
              new MarginalOrder(
                  offer.orderId(),
                  offer.index(),
                  offer.zone(),
                  offer.side(),
                  offer.step().price()));
        }
      }
      for (String border : claim.borders()) {
        Price price = new Price(claim.price(border, any -> 0));
        if (price.equals(zone.high())
            && reach.getOrDefault(border, Set.of()).contains(zone.zone())) {
          expected.add(new MarginalOrder(border, -1, border, Side.SELL, price));
        }
        if (price.equals(zone.low())
            && reach.getOrDefault(zone.zone(), Set.of()).contains(border)) {
          expected.add(new MarginalOrder(border, -1, border, Side.BUY, price));
        }
      }
      if (zone.marginal().size() != expected.size()
          || !expected.equals(new HashSet<>(zone.marginal()))) {
        claim.broken(
            STATEMENT, zone.zone(), "marginal are " + expected + ", stated " + zone.marginal());
      }
    }
  }

  private static void reasons(Claim claim) {
    for (Claim.Offer offer : claim.offers) {
      FillReason expected = reason(claim, offer);
      if (offer.step().reason() != expected) {
        claim.broken(
            STATEMENT,
            offer.orderId(),
            "step " + offer.index() + " is " + expected + ", stated " + offer.step().reason());
      }
    }
  }

  private static FillReason reason(Claim claim, Claim.Offer offer) {
    long price = claim.zone(offer.zone()).price().tenThousandths();
    if (offer.price() == price) {
      Price limit =
          offer.side() == Side.BUY ? claim.problem.rules().cap() : claim.problem.rules().floor();
      return limit.tenThousandths() == price && offer.accepted() != offer.offered()
          ? FillReason.CURTAILED_AT_LIMIT
          : FillReason.AT_THE_MONEY;
    }
    return (offer.price() > price) == (offer.side() == Side.BUY)
        ? FillReason.IN_THE_MONEY
        : FillReason.OUT_OF_THE_MONEY;
  }

  private static void flows(Claim claim) {
    Map<String, Link> links = new HashMap<>();
    claim.problem.links().forEach(link -> links.put(link.id(), link));
    for (LinkFlow flow : claim.result.flows()) {
      Link link = links.get(flow.linkId());
      if (link == null) {
        continue;
      }
      long kilowatts = flow.flow().kilowatts();
      boolean binding =
          kilowatts == claim.forwardLimit(link) || kilowatts == -claim.reverseLimit(link);
      long worth =
          claim.price(link.to(), zone -> zone.price().tenThousandths())
              - claim.price(link.from(), zone -> zone.price().tenThousandths());
      if (flow.binding() != binding || flow.shadowPrice().tenThousandths() != worth) {
        claim.broken(
            STATEMENT,
            link.id(),
            String.format(
                "binding %s at shadow price %d, stated %s at %s",
                binding, worth, flow.binding(), flow.shadowPrice()));
      }
    }
  }

  private static void welfare(Claim claim) {
    BigDecimal perHour = BigDecimal.ZERO;
    for (Claim.Offer offer : claim.offers) {
      BigDecimal value =
          offer.step().price().toBigDecimal().multiply(offer.step().accepted().toMegawatts());
      perHour = offer.side() == Side.BUY ? perHour.add(value) : perHour.subtract(value);
    }
    for (Link link : claim.problem.links()) {
      BigDecimal flow = BigDecimal.valueOf(claim.flow(link), 3);
      if (claim.isBorder(link.from())) {
        perHour = perHour.subtract(flow.multiply(borderPrice(claim, link.from())));
      }
      if (claim.isBorder(link.to())) {
        perHour = perHour.add(flow.multiply(borderPrice(claim, link.to())));
      }
    }
    BigDecimal seconds = BigDecimal.valueOf(claim.problem.block().duration().toSeconds());
    BigDecimal expected =
        perHour
            .multiply(seconds)
            .divide(BigDecimal.valueOf(3600), Money.SCALE, RoundingMode.HALF_EVEN);
    Money stated = claim.result.welfare();
    if (stated.amount().compareTo(expected) != 0
        || !stated.currency().equals(claim.problem.rules().currency())) {
      claim.broken(STATEMENT, "welfare", "is " + expected + ", stated " + stated);
    }
  }

  private static BigDecimal borderPrice(Claim claim, String border) {
    return BigDecimal.valueOf(claim.price(border, any -> 0), 4);
  }
}

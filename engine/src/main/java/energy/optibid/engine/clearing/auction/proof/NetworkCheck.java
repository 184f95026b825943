package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.FLOW_LIMIT;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_PRICE;
import static energy.optibid.engine.clearing.Violation.Rule.LOT;
import static energy.optibid.engine.clearing.Violation.Rule.STATEMENT;

import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.BlockOrder;
import java.util.HashMap;
import java.util.Map;

/** The flows of a period in which links lose or ramp, or critical branches limit trade. */
final class NetworkCheck {
  private final AuctionClaim claim;
  private final int period;

  private NetworkCheck(AuctionClaim claim, int period) {
    this.claim = claim;
    this.period = period;
  }

  /**
   * @return kW that leave each zone over links, critical branches and fixed exchanges
   */
  static Map<String, Long> check(AuctionClaim claim, int period) {
    return new NetworkCheck(claim, period).leaving();
  }

  private Map<String, Long> leaving() {
    Map<String, Long> leaving = new HashMap<>();
    claim.problem.zones().forEach(zone -> leaving.put(zone, 0L));
    for (Link link : claim.period(period).links()) {
      LinkTerms terms = PeriodCheck.link(claim, period, link.id()).orElseThrow();
      flow(terms);
      if (!PeriodCheck.isRamped(claim, link.id())) {
        price(terms);
      }
      leaving.replaceAll((zone, kilowatts) -> kilowatts + terms.leaving(zone));
    }
    for (ExternalExchange exchange : claim.period(period).exchanges()) {
      leaving.merge(exchange.zone(), exchange.export().kilowatts(), Long::sum);
    }
    if (!claim.period(period).flowLimits().isEmpty()) {
      Map<String, Long> exported = new HashMap<>(injected());
      leaving.forEach((zone, kilowatts) -> exported.merge(zone, -kilowatts, Long::sum));
      CriticalBranchCheck.check(claim, period, exported);
      exported.forEach((zone, kilowatts) -> leaving.merge(zone, kilowatts, Long::sum));
    }
    return leaving;
  }

  /** kW that hourly orders and blocks put into each zone. */
  private Map<String, Long> injected() {
    Map<String, Long> injected = new HashMap<>();
    for (OrderFill fill : claim.result.period(period).fills()) {
      long accepted = fill.accepted().kilowatts();
      injected.merge(fill.zone(), fill.side() == Side.SELL ? accepted : -accepted, Long::sum);
    }
    for (BlockOrder block : claim.problem.blocks()) {
      long accepted = claim.accepted(block, period);
      injected.merge(block.zone(), block.side() == Side.SELL ? accepted : -accepted, Long::sum);
    }
    injected.keySet().retainAll(claim.problem.zones());
    return injected;
  }

  private void flow(LinkTerms link) {
    String id = link.link.id();
    long flow = link.flow();
    if (flow % claim.lot.kilowatts() != 0) {
      claim.broken(LOT, id, "period %d: %d kW is no whole lot", period, flow);
    }
    if (flow > link.forwardLimit() || flow < -link.reverseLimit()) {
      claim.broken(
          FLOW_LIMIT,
          id,
          "period %d: %d kW outside −%d to %d",
          period,
          flow,
          link.reverseLimit(),
          link.forwardLimit());
    }
    LinkFlow stated = link.stated();
    long rise = link.price(link.link.to()) - link.price(link.link.from());
    boolean binding = flow == link.forwardLimit() || flow == -link.reverseLimit();
    if (!stated.from().equals(link.link.from())
        || !stated.to().equals(link.link.to())
        || stated.binding() != binding
        || stated.shadowPrice().tenThousandths() != rise) {
      claim.broken(
          STATEMENT,
          id,
          "period %d: binding %s, price difference %d; stated %s",
          period,
          binding,
          rise,
          stated);
    }
  }

  /**
   * No more and no less would flow at these prices. A lossless link is exact; with a loss the two
   * prices are each rounded, so one may be off by a unit.
   */
  private void price(LinkTerms link) {
    long flow = link.flow();
    long slack = link.loses() ? LinkTerms.priceUnit() : 0;
    boolean more =
        flow >= 0 && flow < link.forwardLimit() && link.forwardGain() > slack
            || flow <= 0 && flow > -link.reverseLimit() && link.reverseGain() > slack;
    boolean less =
        flow > 0 && link.forwardGain() < -slack || flow < 0 && link.reverseGain() < -slack;
    if (more || less) {
      claim.broken(
          FLOW_PRICE,
          link.link.id(),
          "period %d: %d kW flow from %d to %d per MWh, though %s would pay",
          period,
          flow,
          link.price(link.link.from()),
          link.price(link.link.to()),
          more ? "more" : "less");
    }
  }
}

package energy.optibid.engine.clearing;

import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A result of curves with one statement changed, all else as it was. Quantities in MW. */
final class Misstated {
  private Misstated() {}

  static ClearingResult without(ClearingResult r, String zone, String order, String link) {
    return new ClearingResult(
        filter(r.zones(), z -> !z.zone().equals(zone)),
        filter(r.flows(), f -> !f.linkId().equals(link)),
        filter(r.fills(), f -> !f.orderId().equals(order)),
        r.welfare());
  }

  private static <T> List<T> filter(List<T> all, Predicate<T> kept) {
    return all.stream().filter(kept).toList();
  }

  static <T> List<T> twice(List<T> all) {
    List<T> more = new ArrayList<>(all);
    more.add(all.get(0));
    return more;
  }

  static ClearingResult fill(ClearingResult r, String order, UnaryOperator<OrderFill> change) {
    return new ClearingResult(
        r.zones(),
        r.flows(),
        r.fills().stream().map(f -> f.orderId().equals(order) ? change.apply(f) : f).toList(),
        r.welfare());
  }

  /** With another only step. */
  static ClearingResult step(ClearingResult r, String order, UnaryOperator<StepFill> change) {
    return fill(
        r,
        order,
        f ->
            new OrderFill(
                f.orderId(), f.zone(), f.side(), List.of(change.apply(f.steps().get(0)))));
  }

  static ClearingResult reason(ClearingResult r, String order, FillReason reason) {
    return step(r, order, s -> new StepFill(s.price(), s.offered(), s.accepted(), reason));
  }

  static ClearingResult offered(ClearingResult r, String order, String megawatts) {
    Power offered = Power.ofMegawatts(megawatts);
    return step(r, order, s -> new StepFill(s.price(), offered, s.accepted(), s.reason()));
  }

  /** The curve that sells 60 MW at 3000, as one step. */
  static ClearingResult cheap(ClearingResult r, String accepted, String offered) {
    return offered(
        accepted(reason(r, "cheap", FillReason.AT_THE_MONEY), "cheap", accepted), "cheap", offered);
  }

  static ClearingResult accepted(ClearingResult r, String order, String megawatts) {
    Power accepted = Power.ofMegawatts(megawatts);
    return step(r, order, s -> new StepFill(s.price(), s.offered(), accepted, s.reason()));
  }

  /**
   * Two quantities of one side, the zone's sums with them; the second may stand in another zone.
   */
  static ClearingResult moved(
      ClearingResult r, String one, String first, String two, String second, String zoneOfTwo) {
    Power less = r.fill(one).accepted().minus(Power.ofMegawatts(first));
    ClearingResult changed = accepted(accepted(r, one, first), two, second);
    if (zoneOfTwo.isEmpty()) {
      return changed;
    }
    ClearingResult gives = sums(changed, "A", less.negated(), Power.ZERO, less);
    return sums(gives, zoneOfTwo, less, Power.ZERO, less.negated());
  }

  static ClearingResult flow(ClearingResult r, UnaryOperator<LinkFlow> change) {
    return new ClearingResult(
        r.zones(), r.flows().stream().map(change).toList(), r.fills(), r.welfare());
  }

  static LinkFlow flowing(LinkFlow f, String megawatts) {
    return new LinkFlow(
        f.linkId(), f.from(), f.to(), Power.ofMegawatts(megawatts), f.binding(), f.shadowPrice());
  }

  static ClearingResult zone(ClearingResult r, String zone, UnaryOperator<ZoneOutcome> change) {
    return new ClearingResult(
        r.zones().stream().map(z -> z.zone().equals(zone) ? change.apply(z) : z).toList(),
        r.flows(),
        r.fills(),
        r.welfare());
  }

  static ClearingResult sums(ClearingResult r, String zone, Power demand, Power supply, Power net) {
    return zone(
        r,
        zone,
        z ->
            new ZoneOutcome(
                z.zone(),
                z.price(),
                z.low(),
                z.high(),
                z.marginal(),
                z.demand().plus(demand),
                z.supply().plus(supply),
                z.netPosition().plus(net)));
  }

  static ClearingResult interval(ClearingResult r, String zone, String low, String high) {
    return zone(
        r,
        zone,
        z ->
            new ZoneOutcome(
                z.zone(),
                z.price(),
                Price.of(low),
                Price.of(high),
                z.marginal(),
                z.demand(),
                z.supply(),
                z.netPosition()));
  }

  static ClearingResult priced(ClearingResult r, String zone, String price) {
    Price said = Price.of(price);
    return zone(
        r,
        zone,
        z ->
            new ZoneOutcome(
                z.zone(),
                said,
                z.low(),
                said,
                z.marginal(),
                z.demand(),
                z.supply(),
                z.netPosition()));
  }

  static ClearingResult welfare(ClearingResult r, String more) {
    Money said = new Money(r.welfare().amount().add(new BigDecimal(more)), r.welfare().currency());
    return new ClearingResult(r.zones(), r.flows(), r.fills(), said);
  }
}

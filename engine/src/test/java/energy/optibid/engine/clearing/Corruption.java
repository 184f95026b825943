package energy.optibid.engine.clearing;

import energy.optibid.engine.clearing.Draft.At;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.units.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/** Ways to spoil a result by as little as one lot or 10⁻⁴, each with the rules it must break. */
enum Corruption {
  PRICE_ABOVE_ITS_INTERVAL(
      EnumSet.of(Rule.PRICE_INTERVAL),
      (draft, random) -> {
        ZoneOutcome zone = pick(draft.result.zones(), random);
        draft.zone(zone, low(zone), high(zone) + 1, high(zone));
        return true;
      }),
  PRICE_BELOW_ITS_INTERVAL(
      EnumSet.of(Rule.PRICE_INTERVAL),
      (draft, random) -> {
        ZoneOutcome zone = pick(draft.result.zones(), random);
        draft.zone(zone, low(zone), low(zone) - 1, high(zone));
        return true;
      }),
  PRICE_OFF_THE_TIE_RULE(
      EnumSet.of(Rule.PRICE_INTERVAL),
      (draft, random) -> {
        ZoneOutcome zone = pick(draft.result.zones(), random);
        long price = zone.price().tenThousandths();
        draft.zone(zone, low(zone), price < high(zone) ? price + 1 : low(zone), high(zone));
        return low(zone) < high(zone);
      }),
  INTERVAL_TOO_WIDE(
      EnumSet.of(Rule.PRICE_INTERVAL),
      (draft, random) -> {
        ZoneOutcome zone = pick(draft.result.zones(), random);
        draft.zone(zone, low(zone) - 1, zone.price().tenThousandths(), high(zone) + 1);
        return true;
      }),
  INTERVAL_TOO_NARROW(
      EnumSet.of(Rule.PRICE_INTERVAL),
      (draft, random) -> {
        ZoneOutcome zone = pick(draft.result.zones(), random);
        draft.zone(zone, low(zone) + 1, zone.price().tenThousandths(), high(zone));
        return low(zone) < high(zone);
      }),
  ONE_LOT_MORE(
      EnumSet.of(Rule.BALANCE),
      (draft, random) -> {
        Optional<At> step = any(draft.steps(Draft::hasRoom), random);
        step.ifPresent(at -> draft.accept(at, draft.lot));
        return step.isPresent();
      }),
  ONE_LOT_LESS(
      EnumSet.of(Rule.BALANCE),
      (draft, random) -> {
        Optional<At> step = any(draft.steps(Draft::accepted), random);
        step.ifPresent(at -> draft.accept(at, -draft.lot));
        return step.isPresent();
      }),
  BEYOND_THE_OFFER(
      EnumSet.of(Rule.LOT),
      (draft, random) -> {
        Optional<At> step = any(draft.steps(at -> !Draft.hasRoom(at)), random);
        step.ifPresent(at -> draft.accept(at, draft.lot));
        return step.isPresent();
      }),
  PART_OF_A_LOT(
      EnumSet.of(Rule.LOT),
      (draft, random) -> {
        Optional<At> step = any(draft.steps(Draft::accepted), random);
        step.ifPresent(at -> draft.accept(at, -1));
        return step.isPresent() && draft.lot > 1;
      }),
  MERIT_ORDER_BROKEN(
      EnumSet.of(Rule.FILL_PRICE),
      (draft, random) -> {
        Optional<At> better = any(draft.steps(Draft::accepted), random);
        return better
            .flatMap(
                from ->
                    any(
                        draft.steps(
                            at ->
                                sameZoneAndSide(at, from)
                                    && Draft.hasRoom(at)
                                    && !at.of().price().equals(from.of().price())),
                        random))
            .map(
                to -> {
                  draft.accept(better.get(), -draft.lot);
                  draft.accept(to, draft.lot);
                  return true;
                })
            .orElse(false);
      }),
  TIE_NOT_PRO_RATA(
      EnumSet.of(Rule.PRO_RATA),
      (draft, random) -> {
        // two lots, because the odd one may rightly belong to either of two equal claims
        Optional<At> giver = any(draft.steps(at -> draft.takes(at, -2)), random);
        return giver
            .flatMap(
                from ->
                    any(
                        draft.steps(
                            at ->
                                sameZoneAndSide(at, from)
                                    && !at.equals(from)
                                    && draft.takes(at, 2)
                                    && at.of().price().equals(from.of().price())),
                        random))
            .map(
                to -> {
                  draft.accept(giver.get(), -2 * draft.lot);
                  draft.accept(to, 2 * draft.lot);
                  return true;
                })
            .orElse(false);
      }),
  TRADE_WITHHELD(
      EnumSet.of(Rule.FILL_PRICE, Rule.VOLUME),
      (draft, random) -> {
        Optional<At> sell = any(draft.steps(at -> sells(at) && Draft.accepted(at)), random);
        return sell.flatMap(
                from ->
                    any(
                        draft.steps(
                            at ->
                                !sells(at)
                                    && Draft.accepted(at)
                                    && at.fill().zone().equals(from.fill().zone())),
                        random))
            .map(
                buy -> {
                  draft.accept(sell.get(), -draft.lot);
                  draft.accept(buy, -draft.lot);
                  return true;
                })
            .orElse(false);
      }),
  FLOW_ONE_LOT_OFF(
      EnumSet.of(Rule.BALANCE),
      (draft, random) -> {
        Optional<Link> link = any(betweenZones(draft), random);
        link.ifPresent(l -> draft.flow(l.id(), random.nextBoolean() ? draft.lot : -draft.lot));
        return link.isPresent();
      }),
  FLOW_BEYOND_ITS_LIMIT(
      EnumSet.of(Rule.FLOW_LIMIT),
      (draft, random) -> {
        List<LinkFlow> binding = draft.result.flows().stream().filter(LinkFlow::binding).toList();
        Optional<LinkFlow> flow = any(binding, random);
        flow.ifPresent(
            f -> {
              Link link =
                  draft.problem.links().stream()
                      .filter(l -> l.id().equals(f.linkId()))
                      .findFirst()
                      .orElseThrow();
              boolean forward =
                  f.flow().kilowatts()
                      == link.forwardCapacity().kilowatts() / draft.lot * draft.lot;
              carry(draft, link, forward ? 1 : -1, random);
            });
        return flow.isPresent();
      }),
  SHIFTED_BETWEEN_ZONES(
      EnumSet.of(Rule.PRO_RATA, Rule.FILL_PRICE, Rule.FLOW_LIMIT, Rule.FLOW_PRICE),
      (draft, random) -> {
        // lots in the zone of a level may be shared as they like only up to the odd one
        Optional<Link> link = any(betweenZones(draft), random);
        return link.isPresent() && carry(draft, link.get(), random.nextBoolean() ? 2 : -2, random);
      }),
  LOOP_FLOW(
      EnumSet.of(Rule.FLOW_SHARE, Rule.FLOW_LIMIT, Rule.FLOW_PRICE),
      (draft, random) -> {
        // two lots around two links that join the same nodes: the odd one may go either way
        Optional<Link> one = any(draft.problem.links(), random);
        return one.flatMap(
                link ->
                    any(
                        draft.problem.links().stream()
                            .filter(other -> parallel(link, other))
                            .toList(),
                        random))
            .map(
                other -> {
                  draft.flow(one.get().id(), 2 * draft.lot);
                  boolean same = other.from().equals(one.get().from());
                  draft.flow(other.id(), (same ? -2 : 2) * draft.lot);
                  return true;
                })
            .orElse(false);
      }),
  WELFARE_MISSTATED(Corruption::misstateWelfare),
  MARGINAL_ORDER_HIDDEN(Corruption::hideMarginalOrder),
  ZONE_MISSING(Corruption::dropZone);

  /** Spoils a draft; false when the result offers no such spot. */
  private interface Spoil extends BiFunction<Draft, Random, Boolean> {}

  /** Spoils what a draft does not hold. */
  private interface Rewrite extends BiFunction<ClearingResult, Random, Optional<ClearingResult>> {}

  /** At least one of these must be reported. */
  final Set<Rule> breaks;

  private final BiFunction<Draft, Random, Optional<ClearingResult>> apply;

  Corruption(Set<Rule> breaks, Spoil spoil) {
    this.breaks = breaks;
    this.apply =
        (draft, random) ->
            spoil.apply(draft, random) ? Optional.of(draft.written()) : Optional.empty();
  }

  Corruption(Rewrite rewrite) {
    this.breaks = EnumSet.of(Rule.STATEMENT, Rule.COMPLETE);
    this.apply = (draft, random) -> rewrite.apply(draft.result, random);
  }

  /** The spoilt result; empty when this one offers no spot for it. */
  Optional<ClearingResult> of(ClearingProblem problem, ClearingResult result, Random random) {
    return apply.apply(new Draft(problem, result), random);
  }

  private static Optional<ClearingResult> misstateWelfare(ClearingResult result, Random random) {
    BigDecimal off = new BigDecimal(random.nextBoolean() ? "0.0000001" : "-0.0000001");
    Money welfare = new Money(result.welfare().amount().add(off), result.welfare().currency());
    return Optional.of(new ClearingResult(result.zones(), result.flows(), result.fills(), welfare));
  }

  private static Optional<ClearingResult> hideMarginalOrder(ClearingResult result, Random random) {
    ZoneOutcome hidden = pick(result.zones(), random);
    List<ZoneOutcome> zones = new ArrayList<>(result.zones());
    zones.set(
        zones.indexOf(hidden),
        new ZoneOutcome(
            hidden.zone(),
            hidden.price(),
            hidden.low(),
            hidden.high(),
            hidden.marginal().stream().skip(1).toList(),
            hidden.demand(),
            hidden.supply(),
            hidden.netPosition()));
    return hidden.marginal().isEmpty()
        ? Optional.empty()
        : Optional.of(new ClearingResult(zones, result.flows(), result.fills(), result.welfare()));
  }

  private static Optional<ClearingResult> dropZone(ClearingResult result, Random random) {
    List<ZoneOutcome> zones = new ArrayList<>(result.zones());
    zones.remove(random.nextInt(zones.size()));
    return Optional.of(new ClearingResult(zones, result.flows(), result.fills(), result.welfare()));
  }

  /**
   * Sends lots over a link so that both ends still balance: the sender sells more, the other less.
   */
  private static boolean carry(Draft draft, Link link, int lots, Random random) {
    Optional<At> more = any(room(draft, link.from(), lots), random);
    Optional<At> less = any(room(draft, link.to(), -lots), random);
    draft.flow(link.id(), lots * draft.lot);
    more.ifPresent(at -> draft.accept(at, lots * draft.lot * (sells(at) ? 1 : -1)));
    less.ifPresent(at -> draft.accept(at, lots * draft.lot * (sells(at) ? -1 : 1)));
    return more.isPresent() && less.isPresent();
  }

  private static List<At> room(Draft draft, String zone, int lots) {
    return draft.steps(
        at -> at.fill().zone().equals(zone) && draft.takes(at, sells(at) ? lots : -lots));
  }

  private static List<Link> betweenZones(Draft draft) {
    return draft.problem.links().stream()
        .filter(
            link ->
                draft.problem.zones().contains(link.from())
                    && draft.problem.zones().contains(link.to()))
        .toList();
  }

  private static boolean parallel(Link one, Link other) {
    return !one.equals(other)
        && Set.of(one.from(), one.to()).equals(Set.of(other.from(), other.to()));
  }

  private static boolean sells(At at) {
    return at.fill().side() == Side.SELL;
  }

  private static boolean sameZoneAndSide(At one, At other) {
    return one.fill().zone().equals(other.fill().zone())
        && one.fill().side() == other.fill().side();
  }

  private static long low(ZoneOutcome zone) {
    return zone.low().tenThousandths();
  }

  private static long high(ZoneOutcome zone) {
    return zone.high().tenThousandths();
  }

  private static <T> T pick(List<T> items, Random random) {
    return items.get(random.nextInt(items.size()));
  }

  private static <T> Optional<T> any(List<T> items, Random random) {
    return items.isEmpty() ? Optional.empty() : Optional.of(pick(items, random));
  }
}

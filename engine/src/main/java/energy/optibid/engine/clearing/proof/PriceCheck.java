package energy.optibid.engine.clearing.proof;

import static energy.optibid.engine.clearing.Violation.Rule.FILL_PRICE;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_PRICE;
import static energy.optibid.engine.clearing.Violation.Rule.PRICE_INTERVAL;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.TiePrice;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;

/**
 * Whether the prices support the allocation, which with balance proves it optimal (complementary
 * slackness), and whether the stated intervals are exactly the prices that do: each end must itself
 * support the allocation, and must be held in place by a price limit, a step or a border node, at
 * the node or at one whose price it may not pass.
 */
final class PriceCheck {
  private static final ToLongFunction<ZoneOutcome> PRICE = zone -> zone.price().tenThousandths();
  private static final ToLongFunction<ZoneOutcome> LOW = zone -> zone.low().tenThousandths();
  private static final ToLongFunction<ZoneOutcome> HIGH = zone -> zone.high().tenThousandths();

  private PriceCheck() {}

  /** The price and both ends of its interval. */
  static void supported(Claim claim) {
    supportedByPrice(claim);
    supports(claim, LOW, PRICE_INTERVAL, PRICE_INTERVAL, "the lowest price");
    supports(claim, HIGH, PRICE_INTERVAL, PRICE_INTERVAL, "the highest price");
    held(claim, HIGH, true);
    held(claim, LOW, false);
  }

  static void supportedByPrice(Claim claim) {
    supports(claim, PRICE, FILL_PRICE, FLOW_PRICE, "the price");
  }

  private static void supports(
      Claim claim,
      ToLongFunction<ZoneOutcome> price,
      Violation.Rule fillRule,
      Violation.Rule flowRule,
      String name) {
    for (Claim.Offer offer : claim.offers) {
      long paid = price.applyAsLong(claim.zone(offer.zone()));
      if (offer.mayInjectMore() && offer.price() < paid) {
        claim.broken(fillRule, offer.orderId(), wrong(name, paid, offer, "would rather inject"));
      }
      if (offer.mayInjectLess() && offer.price() > paid) {
        claim.broken(fillRule, offer.orderId(), wrong(name, paid, offer, "would rather take"));
      }
    }
    for (Claim.Hop hop : claim.hops) {
      long from = claim.price(hop.from(), price);
      long to = claim.price(hop.to(), price);
      if (to > from) {
        claim.broken(
            flowRule,
            hop.from() + " → " + hop.to(),
            String.format("%s rises from %d to %d though more could flow", name, from, to));
      }
    }
  }

  private static String wrong(String name, long paid, Claim.Offer offer, String wish) {
    return String.format(
        "%s is %d; a %s at %d with %s accepted of %s %s",
        name,
        paid,
        offer.side(),
        offer.price(),
        offer.step().accepted(),
        offer.step().offered(),
        wish);
  }

  /** Each interval lies within the price limits, and the price within its interval. */
  static void limits(Claim claim) {
    ClearingRules rules = claim.problem.rules();
    for (ZoneOutcome zone : claim.result.zones()) {
      long low = LOW.applyAsLong(zone);
      long high = HIGH.applyAsLong(zone);
      long price = PRICE.applyAsLong(zone);
      if (low < rules.floor().tenThousandths() || high > rules.cap().tenThousandths()) {
        claim.broken(PRICE_INTERVAL, zone.zone(), "[" + low + ", " + high + "] is not in limits");
      }
      if (price < low || price > high) {
        claim.broken(PRICE_INTERVAL, zone.zone(), price + " is not in [" + low + ", " + high + "]");
      }
    }
  }

  static void tieRule(Claim claim) {
    for (ZoneOutcome zone : claim.result.zones()) {
      long low = LOW.applyAsLong(zone);
      long high = HIGH.applyAsLong(zone);
      long expected = tied(claim.problem.rules().tie(), low, high);
      if (PRICE.applyAsLong(zone) != expected) {
        claim.broken(
            PRICE_INTERVAL,
            zone.zone(),
            String.format(
                "the tie rule takes %d of [%d, %d], not %d",
                expected, low, high, PRICE.applyAsLong(zone)));
      }
    }
  }

  private static long tied(TiePrice rule, long low, long high) {
    return switch (rule) {
      case LOWEST -> low;
      case HIGHEST -> high;
      // an arithmetic shift rounds down
      case MIDPOINT ->
          BigInteger.valueOf(low).add(BigInteger.valueOf(high)).shiftRight(1).longValueExact();
    };
  }

  private static void held(Claim claim, ToLongFunction<ZoneOutcome> end, boolean upper) {
    ClearingRules rules = claim.problem.rules();
    long limit = (upper ? rules.cap() : rules.floor()).tenThousandths();
    Set<String> held = new HashSet<>(claim.borders());
    for (String zone : claim.problem.zones()) {
      if (claim.price(zone, end) == limit) {
        held.add(zone);
      }
    }
    for (Claim.Offer offer : claim.offers) {
      if ((upper ? offer.mayInjectMore() : offer.mayInjectLess())
          && offer.price() == claim.price(offer.zone(), end)) {
        held.add(offer.zone());
      }
    }
    // a lot can go from → to: the price of "to" may not pass that of "from", nor "from" fall below
    // it
    BiPredicate<Claim.Hop, String> leaves =
        (hop, node) -> (upper ? hop.from() : hop.to()).equals(node);
    Deque<String> open = new ArrayDeque<>(held);
    while (!open.isEmpty()) {
      String node = open.remove();
      for (Claim.Hop hop : claim.hops) {
        String next = upper ? hop.to() : hop.from();
        if (leaves.test(hop, node)
            && claim.price(node, end) == claim.price(next, end)
            && held.add(next)) {
          open.add(next);
        }
      }
    }
    for (String zone : claim.problem.zones()) {
      if (!held.contains(zone)) {
        claim.broken(
            PRICE_INTERVAL,
            zone,
            String.format(
                "nothing holds the %s end at %d",
                upper ? "upper" : "lower", claim.price(zone, end)));
      }
    }
  }
}

package energy.optibid.engine.clearing.proof;

import static energy.optibid.engine.clearing.Violation.Rule.PRO_RATA;
import static energy.optibid.engine.clearing.Violation.Rule.VOLUME;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Price;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether equal offers were treated equally: greatest volume, then pro rata, in whole lots. */
final class ShareCheck {
  /** Shares may be unequal by what the solver's cost resolution of 2⁻³² per lot cannot see. */
  private static final int TOLERANCE_BITS = 30;

  private record Level(String zone, Side side, Price price) {}

  private record Total(Level level, long accepted, long offered) {}

  private ShareCheck() {}

  static void check(Claim claim) {
    Map<Level, List<Claim.Offer>> levels = new HashMap<>();
    for (Claim.Offer offer : claim.offers) {
      levels
          .computeIfAbsent(
              new Level(offer.zone(), offer.side(), offer.step().price()), l -> new ArrayList<>())
          .add(offer);
    }
    List<Total> totals = new ArrayList<>();
    levels.forEach(
        (level, offers) -> {
          long accepted = offers.stream().mapToLong(Claim.Offer::accepted).sum();
          long offered = offers.stream().mapToLong(Claim.Offer::offered).sum();
          if (accepted > 0 && accepted < offered) {
            withinLevel(claim, level, offers, accepted, offered);
          }
          if (offered > 0) {
            totals.add(new Total(level, accepted, offered));
          }
        });
    Map<String, Set<String>> reached = new HashMap<>();
    for (String zone : claim.problem.zones()) {
      reached.put(zone, claim.reachableFrom(zone));
    }
    totals.stream()
        .collect(Collectors.groupingBy(total -> total.level().price()))
        .values()
        .forEach(
            equals ->
                equals.forEach(
                    giver ->
                        acrossZones(
                            claim,
                            giver,
                            reached.getOrDefault(giver.level().zone(), Set.of()),
                            equals)));
    borderVolume(claim, totals);
  }

  /**
   * Largest remainder: each offer within one lot of its share, and no smaller remainder favoured.
   */
  private static void withinLevel(
      Claim claim, Level level, List<Claim.Offer> offers, long accepted, long offered) {
    BigInteger total = BigInteger.valueOf(offered);
    List<BigInteger> roundedUp = new ArrayList<>();
    List<BigInteger> roundedDown = new ArrayList<>();
    List<Claim.Offer> inOrder =
        offers.stream()
            .sorted(Comparator.comparing(Claim.Offer::orderId).thenComparing(Claim.Offer::index))
            .toList();
    for (Claim.Offer offer : inOrder) {
      // share in lots times the total offered, less what it got
      BigInteger missing =
          BigInteger.valueOf(offer.offered())
              .multiply(BigInteger.valueOf(accepted / claim.lot))
              .subtract(BigInteger.valueOf(offer.accepted() / claim.lot).multiply(total));
      if (missing.abs().compareTo(total) >= 0) {
        claim.broken(
            PRO_RATA,
            offer.orderId(),
            offer.step().accepted() + " is a lot or more off its share at " + level.price());
      } else if (missing.signum() < 0) {
        roundedUp.add(missing.add(total));
        if (roundedDown.stream().anyMatch(left -> left.compareTo(missing.add(total)) >= 0)) {
          claim.broken(PRO_RATA, offer.orderId(), "got a lot that an earlier claim should have");
        }
      } else if (missing.signum() > 0) {
        roundedDown.add(missing);
        if (roundedUp.stream().anyMatch(up -> up.compareTo(missing) < 0)) {
          claim.broken(PRO_RATA, offer.orderId(), "lost a lot to a smaller remainder");
        }
      }
    }
  }

  /** No lot may be passed on so that more is traded, or that shares come closer. */
  private static void acrossZones(
      Claim claim, Total giver, Set<String> reached, List<Total> equals) {
    boolean giverSells = giver.level().side() == Side.SELL;
    boolean canGive = giverSells ? giver.accepted() < giver.offered() : giver.accepted() > 0;
    if (!canGive) {
      return;
    }
    for (Total taker : equals) {
      boolean takerSells = taker.level().side() == Side.SELL;
      boolean canTake = takerSells ? taker.accepted() > 0 : taker.accepted() < taker.offered();
      if (!canTake
          || taker.level().equals(giver.level())
          || !reached.contains(taker.level().zone())) {
        continue;
      }
      if (giverSells && !takerSells) {
        claim.broken(
            VOLUME,
            giver.level().zone(),
            "a sell and a buy in " + taker.level().zone() + " at one price are left untraded");
      } else if (giverSells == takerSells) {
        Total grows = giverSells ? giver : taker;
        Total shrinks = giverSells ? taker : giver;
        if (comesCloser(claim.lot, grows, shrinks)) {
          claim.broken(
              PRO_RATA,
              grows.level().zone(),
              String.format(
                  "%d of %d kW accepted, but in %s %d of %d at the same price",
                  grows.accepted(),
                  grows.offered(),
                  shrinks.level().zone(),
                  shrinks.accepted(),
                  shrinks.offered()));
        }
      }
    }
  }

  /** (2a + lot)/A < (2b − lot)/B: moving one lot from b to a lowers Σ accepted²/offered. */
  private static boolean comesCloser(long lot, Total a, Total b) {
    BigInteger offeredA = BigInteger.valueOf(a.offered());
    BigInteger offeredB = BigInteger.valueOf(b.offered());
    BigInteger gain =
        BigInteger.valueOf(2 * b.accepted() - lot)
            .multiply(offeredA)
            .subtract(BigInteger.valueOf(2 * a.accepted() + lot).multiply(offeredB));
    return gain.shiftLeft(TOLERANCE_BITS).compareTo(offeredA.multiply(offeredB)) > 0;
  }

  private static void borderVolume(Claim claim, List<Total> totals) {
    for (Total total : totals) {
      boolean sells = total.level().side() == Side.SELL;
      if (total.accepted() == total.offered()) {
        continue;
      }
      for (String border : claim.borders()) {
        if (claim.price(border, zone -> 0) != total.level().price().tenThousandths()) {
          continue;
        }
        String zone = total.level().zone();
        if (claim.reachableFrom(sells ? zone : border).contains(sells ? border : zone)) {
          claim.broken(VOLUME, zone, "an offer at the price of " + border + " is left");
        }
      }
    }
  }
}

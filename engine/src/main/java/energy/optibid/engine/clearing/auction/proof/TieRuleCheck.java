package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.PRICE_INTERVAL;

import energy.optibid.engine.clearing.ZoneOutcome;
import java.math.BigInteger;

/**
 * Where the tie rule's prices let no accepted block and no complex order lose, they are the ones
 * published. Looked at where every period has step orders and lossless links without ramps: there
 * the interval of each zone is known.
 */
final class TieRuleCheck {
  private TieRuleCheck() {}

  static void check(AuctionClaim claim) {
    for (int period = 1; period <= claim.periods(); period++) {
      if (!claim.period(period).curves().isEmpty() || PeriodCheck.coupled(claim, period)) {
        return;
      }
    }
    AuctionClaim.Prices tied = (zone, period) -> tied(claim, claim.zone(zone, period));
    boolean satisfied =
        claim.problem.blocks().stream()
                .noneMatch(
                    block ->
                        BlockCheck.loses(claim, block, tied)
                            || BlockCheck.offTheMoney(claim, block, tied))
            && claim.problem.complexes().stream()
                .noneMatch(order -> ComplexCheck.missesIncome(claim, order, tied));
    if (!satisfied) {
      return;
    }
    for (int period = 1; period <= claim.periods(); period++) {
      for (String zone : claim.problem.zones()) {
        long expected = tied.at(zone, period);
        if (claim.price(zone, period) != expected) {
          claim.broken(
              PRICE_INTERVAL,
              zone,
              "period %d: nobody loses at the tie rule's %d, yet %d is published",
              period,
              expected,
              claim.price(zone, period));
        }
      }
    }
  }

  private static long tied(AuctionClaim claim, ZoneOutcome zone) {
    long low = zone.low().tenThousandths();
    long high = zone.high().tenThousandths();
    return switch (claim.problem.rules().tie()) {
      case LOWEST -> low;
      case HIGHEST -> high;
      // an arithmetic shift rounds down
      case MIDPOINT ->
          BigInteger.valueOf(low).add(BigInteger.valueOf(high)).shiftRight(1).longValueExact();
    };
  }
}

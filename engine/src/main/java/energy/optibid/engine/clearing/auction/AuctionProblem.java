package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.units.Price;
import java.util.List;

/**
 * Everything that decides an auction. The order of the lists means nothing, except that periods
 * stand in the order of time: the first is period 1.
 *
 * @param zones ids of the bidding zones
 * @param tick step of published prices of interpolated curves
 * @param partialAtTheMoney whether a partly accepted block may gain nothing; if not, it must only
 *     not lose
 */
public record AuctionProblem(
    List<String> zones,
    List<AuctionPeriod> periods,
    List<BlockOrder> blocks,
    List<ComplexOrder> complexes,
    List<RampLimit> ramps,
    List<LineLoss> losses,
    ClearingRules rules,
    Price tick,
    boolean partialAtTheMoney) {
  /**
   * @throws IllegalArgumentException with every fault at once: an id used twice or unknown, a
   *     period that does not exist, a price outside the limits, a quantity that is no multiple of
   *     the lot, a circle of parents, a child in an exclusive group
   */
  public AuctionProblem {
    zones = List.copyOf(zones);
    periods = List.copyOf(periods);
    blocks = List.copyOf(blocks);
    complexes = List.copyOf(complexes);
    ramps = List.copyOf(ramps);
    losses = List.copyOf(losses);
    new ProblemFaults(zones, periods, blocks, complexes, ramps, losses, rules).refuse();
  }
}

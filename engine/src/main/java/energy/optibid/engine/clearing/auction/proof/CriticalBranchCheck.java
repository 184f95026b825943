package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.BALANCE;
import static energy.optibid.engine.clearing.Violation.Rule.CRITICAL_BRANCH;
import static energy.optibid.engine.clearing.Violation.Rule.FLOW_PRICE;

import energy.optibid.engine.clearing.auction.FlowLimit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether what zones exchange freely adds up, fits the critical branches and is explained by
 * prices: there is a worth λ ≥ 0 of each branch that is full, so that π_z = π_ref − Σ λ·ptdf_z.
 * Quantities are whole lots, so a branch counts as full where no lot of every zone would fit;
 * prices are whole units, so each may be off by one.
 */
final class CriticalBranchCheck {
  /** One unit of price, and what the real arithmetic of the fit may add. */
  private static final double TOLERANCE = 1 + 1e-6;

  private CriticalBranchCheck() {}

  /**
   * @param exported kW that leave each zone over the flow-based network
   */
  static void check(AuctionClaim claim, int period, Map<String, Long> exported) {
    long sum = exported.values().stream().mapToLong(Long::longValue).sum();
    if (sum != 0) {
      claim.broken(BALANCE, "period " + period, "zones export %d kW more than they import", sum);
    }
    List<FlowLimit> full = new ArrayList<>();
    for (FlowLimit limit : claim.period(period).flowLimits()) {
      BigDecimal room = BigDecimal.valueOf(limit.margin().kilowatts());
      BigDecimal oneLot = BigDecimal.ZERO;
      for (Map.Entry<String, BigDecimal> factor : limit.ptdf().entrySet()) {
        long position = exported.getOrDefault(factor.getKey(), 0L);
        room = room.subtract(factor.getValue().multiply(BigDecimal.valueOf(position)));
        oneLot =
            oneLot.add(factor.getValue().abs().multiply(BigDecimal.valueOf(claim.lot.kilowatts())));
      }
      if (room.signum() < 0) {
        claim.broken(
            CRITICAL_BRANCH,
            limit.id(),
            "period %d: over its margin by %s kW",
            period,
            room.negate());
      }
      if (room.compareTo(oneLot) < 0) {
        full.add(limit);
      }
    }
    double error = PriceFit.leastError(prices(claim, period), factors(claim, full));
    if (error > (full.isEmpty() ? 0 : TOLERANCE)) {
      claim.broken(
          FLOW_PRICE,
          "period " + period,
          "no worth of the full branches %s explains the prices better than to %.4f units",
          full.stream().map(FlowLimit::id).toList(),
          error);
    }
  }

  private static double[] prices(AuctionClaim claim, int period) {
    List<String> zones = claim.problem.zones();
    return zones.stream().mapToDouble(zone -> claim.price(zone, period)).toArray();
  }

  private static double[][] factors(AuctionClaim claim, List<FlowLimit> full) {
    double[][] factors = new double[full.size()][];
    for (int i = 0; i < factors.length; i++) {
      Map<String, BigDecimal> ptdf = full.get(i).ptdf();
      factors[i] =
          claim.problem.zones().stream()
              .mapToDouble(zone -> ptdf.getOrDefault(zone, BigDecimal.ZERO).doubleValue())
              .toArray();
    }
    return factors;
  }
}

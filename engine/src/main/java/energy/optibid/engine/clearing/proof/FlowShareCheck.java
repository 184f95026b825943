package energy.optibid.engine.clearing.proof;

import static energy.optibid.engine.clearing.Violation.Rule.FLOW_SHARE;

import energy.optibid.engine.clearing.Link;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether flows left open by prices have the least Σ flow²/capacity: no lot sent around a loop of
 * open links, or between border nodes of one price, may lower it.
 */
final class FlowShareCheck {
  private static final int PRECISION_BITS = 64;
  private static final int TOLERANCE_BITS = 30;
  private static final String BORDER_POOL = "borders at ";

  private record Move(String from, String to, BigInteger cost) {}

  private FlowShareCheck() {}

  /** Says nothing of flows beyond their limits, which are a fault of their own. */
  static void check(Claim claim) {
    if (claim.problem.links().stream().allMatch(link -> possible(claim, link))) {
      checkPossible(claim);
    }
  }

  private static boolean possible(Claim claim, Link link) {
    long flow = claim.flow(link);
    return flow <= claim.forwardLimit(link) && flow >= -claim.reverseLimit(link);
  }

  private static void checkPossible(Claim claim) {
    List<Move> moves = new ArrayList<>();
    for (Link link : claim.problem.links()) {
      long from = claim.price(link.from(), zone -> zone.high().tenThousandths());
      long to = claim.price(link.to(), zone -> zone.high().tenThousandths());
      if (from != to) {
        continue;
      }
      long flow = claim.flow(link);
      if (flow + claim.lot <= claim.forwardLimit(link)) {
        moves.add(new Move(link.from(), link.to(), difference(claim, link, flow, claim.lot)));
      }
      if (flow - claim.lot >= -claim.reverseLimit(link)) {
        moves.add(new Move(link.to(), link.from(), difference(claim, link, flow, -claim.lot)));
      }
    }
    for (String border : claim.borders()) {
      String pool = BORDER_POOL + claim.price(border, zone -> 0);
      moves.add(new Move(border, pool, BigInteger.ZERO));
      moves.add(new Move(pool, border, BigInteger.ZERO));
    }
    if (gains(moves)) {
      claim.broken(FLOW_SHARE, "flows", "a loop of flows could be shared better over its links");
    }
  }

  /** What one lot more (or less) adds to flow²/capacity, per lot, in 2⁻⁶⁴. */
  private static BigInteger difference(Claim claim, Link link, long flow, long change) {
    return square(claim, link, flow + change).subtract(square(claim, link, flow));
  }

  private static BigInteger square(Claim claim, Link link, long flow) {
    long lots = flow / claim.lot;
    long capacity = (flow >= 0 ? claim.forwardLimit(link) : claim.reverseLimit(link)) / claim.lot;
    return lots == 0
        ? BigInteger.ZERO
        : BigInteger.valueOf(lots)
            .pow(2)
            .shiftLeft(PRECISION_BITS)
            .divide(BigInteger.valueOf(capacity));
  }

  /** Whether some cycle costs less than nothing, beyond the tolerance (Bellman–Ford). */
  private static boolean gains(List<Move> moves) {
    BigInteger tolerance = BigInteger.ONE.shiftLeft(PRECISION_BITS - TOLERANCE_BITS);
    Map<String, BigInteger> least = new HashMap<>();
    for (Move move : moves) {
      least.put(move.from(), BigInteger.ZERO);
      least.put(move.to(), BigInteger.ZERO);
    }
    boolean changed = true;
    for (int pass = 0; changed && pass <= least.size(); pass++) {
      changed = false;
      for (Move move : moves) {
        BigInteger through =
            least.getOrDefault(move.from(), BigInteger.ZERO).add(move.cost()).add(tolerance);
        if (through.compareTo(least.getOrDefault(move.to(), BigInteger.ZERO)) < 0) {
          least.put(move.to(), through);
          changed = true;
        }
      }
    }
    return changed;
  }
}

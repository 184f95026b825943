package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.auction.proof.AuctionChecks;
import java.util.List;

/** Re-checks a cleared auction against its problem, sharing no code with the search. */
public final class AuctionVerifier {
  private AuctionVerifier() {}

  /**
   * Every broken rule; empty when the result is right. Never throws on a wrong result. Prices are
   * whole multiples of 10⁻⁴ (or of the tick) and quantities whole lots, so a few rules of coupled
   * networks and partly accepted blocks hold within one such unit, which their checks name; that no
   * accepted block loses is exact.
   */
  public static List<Violation> verify(AuctionProblem problem, AuctionResult result) {
    return AuctionChecks.violations(problem, result);
  }
}

package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.COMPLETE;
import static energy.optibid.engine.clearing.Violation.Rule.OPTIMALITY;
import static energy.optibid.engine.clearing.Violation.Rule.STATEMENT;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Violation;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.ComplexOrder;
import energy.optibid.engine.clearing.auction.ComplexOutcome;
import energy.optibid.engine.clearing.auction.Search;
import energy.optibid.engine.units.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** All checks of one auction. */
public final class AuctionChecks {
  /** What a search that says optimal may leave open, in units of the currency. */
  private static final BigDecimal LARGEST_GAP = new BigDecimal("0.0001");

  private AuctionChecks() {}

  /** Every broken rule; a result that does not list what was asked is judged on that alone. */
  public static List<Violation> violations(AuctionProblem problem, AuctionResult result) {
    List<Violation> incomplete = completeness(problem, result);
    if (!incomplete.isEmpty()) {
      return List.copyOf(incomplete);
    }
    AuctionClaim claim = new AuctionClaim(problem, result);
    BlockCheck.check(claim);
    ComplexCheck.check(claim);
    for (int period = 1; period <= claim.periods(); period++) {
      PeriodCheck.check(claim, period);
    }
    RampCheck.check(claim);
    TieRuleCheck.check(claim);
    welfare(claim);
    search(claim);
    return claim.violations();
  }

  private static List<Violation> completeness(AuctionProblem problem, AuctionResult result) {
    List<Violation> violations = new ArrayList<>();
    same(
        violations,
        "blocks",
        sorted(problem.blocks().stream().map(BlockOrder::id).toList()),
        result.blocks().stream().map(BlockOutcome::blockId).toList());
    same(
        violations,
        "complex orders",
        sorted(problem.complexes().stream().map(ComplexOrder::id).toList()),
        result.complexes().stream().map(ComplexOutcome::orderId).toList());
    if (result.periods().size() != problem.periods().size()) {
      violations.add(
          new Violation(
              COMPLETE,
              "periods",
              result.periods().size() + " periods of " + problem.periods().size()));
    }
    List<String> zones = sorted(problem.zones());
    for (ClearingResult period : result.periods()) {
      same(
          violations,
          "zones",
          zones,
          sorted(period.zones().stream().map(ZoneOutcome::zone).toList()));
    }
    return violations;
  }

  private static List<String> sorted(List<String> ids) {
    return ids.stream().sorted().toList();
  }

  private static void same(
      List<Violation> violations, String what, List<String> asked, List<String> told) {
    if (!asked.equals(told)) {
      violations.add(
          new Violation(COMPLETE, what, "the problem has " + asked + ", the result lists " + told));
    }
  }

  /** The periods' stated welfare, each checked by itself, and the blocks at their limits. */
  private static void welfare(AuctionClaim claim) {
    BigInteger grains = BigInteger.ZERO;
    for (BlockOrder block : claim.problem.blocks()) {
      for (int period : block.quantities().keySet()) {
        BigInteger value =
            claim.grains(block.price().tenThousandths(), claim.accepted(block, period), period);
        grains = block.side() == Side.BUY ? grains.add(value) : grains.subtract(value);
      }
    }
    BigDecimal periods =
        claim.result.periods().stream()
            .map(period -> period.welfare().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Money ofBlocks =
        new Money(
            claim.result.welfare().amount().subtract(periods), claim.result.welfare().currency());
    if (!claim.states(ofBlocks, grains)) {
      claim.broken(
          STATEMENT,
          "welfare",
          "%s is stated; the periods have %s and the blocks %s grains",
          claim.result.welfare(),
          periods,
          grains);
    }
  }

  private static void search(AuctionClaim claim) {
    Search search = claim.result.search();
    BigDecimal gap = search.gap().amount();
    if (gap.signum() < 0
        || search.work() < 0
        || search.end() == Search.End.OPTIMAL && gap.compareTo(LARGEST_GAP) >= 0) {
      claim.broken(OPTIMALITY, "search", "%s with a gap of %s", search.end(), search.gap());
    }
  }
}

package energy.optibid.engine.clearing.auction.proof;

import static energy.optibid.engine.clearing.Violation.Rule.AT_THE_MONEY;
import static energy.optibid.engine.clearing.Violation.Rule.BLOCK_LOSS;
import static energy.optibid.engine.clearing.Violation.Rule.BLOCK_RATIO;
import static energy.optibid.engine.clearing.Violation.Rule.LOT;
import static energy.optibid.engine.clearing.Violation.Rule.STATEMENT;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.auction.BlockDecision;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.auction.BlockOutcome;
import energy.optibid.engine.clearing.auction.Ratio;
import energy.optibid.engine.units.Power;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/** Whether blocks were taken as their owners allow, lose nothing and are told why. */
final class BlockCheck {
  private BlockCheck() {}

  static void check(AuctionClaim claim) {
    Map<String, Long> groups = groups(claim);
    groups.forEach(
        (group, millionths) -> {
          if (millionths > Ratio.ONE.millionths()) {
            claim.broken(BLOCK_RATIO, group, "%d millionths of the group are accepted", millionths);
          }
        });
    for (BlockOrder block : claim.problem.blocks()) {
      ratio(claim, block);
      statement(claim, block);
      decision(claim, block, groups);
    }
    for (BlockOrder block : claim.problem.blocks()) {
      if (loses(claim, block, claim::price)) {
        claim.broken(
            BLOCK_LOSS, block.id(), "with its children it gains %s grains", family(claim, block));
      }
      if (offTheMoney(claim, block, claim::price)) {
        claim.broken(
            AT_THE_MONEY,
            block.id(),
            "cut to %s it gains %s",
            claim.ratio(block.id()),
            claim.outcome(block).surplus());
      }
    }
  }

  private static BigInteger family(AuctionClaim claim, BlockOrder block) {
    return familySurplus(claim, block, claim::price);
  }

  /** Accepted millionths by exclusive group. */
  private static Map<String, Long> groups(AuctionClaim claim) {
    Map<String, Long> groups = new HashMap<>();
    for (BlockOrder block : claim.problem.blocks()) {
      block
          .exclusiveGroup()
          .ifPresent(group -> groups.merge(group, claim.ratio(block.id()).millionths(), Long::sum));
    }
    return groups;
  }

  private static void ratio(AuctionClaim claim, BlockOrder block) {
    BlockOutcome outcome = claim.outcome(block);
    Ratio ratio = outcome.ratio();
    if (!ratio.isZero() && ratio.compareTo(block.minimumAcceptance()) < 0) {
      claim.broken(BLOCK_RATIO, block.id(), "%s is less than %s", ratio, block.minimumAcceptance());
    }
    block
        .parent()
        .map(claim::ratio)
        .filter(parent -> ratio.compareTo(parent) > 0)
        .ifPresent(
            parent ->
                claim.broken(
                    BLOCK_RATIO, block.id(), "%s is more than its parent's %s", ratio, parent));
    SortedMap<Integer, Power> expected = new TreeMap<>();
    for (int period : block.quantities().keySet()) {
      expected.put(period, new Power(claim.accepted(block, period)));
    }
    if (!withoutZeros(outcome.accepted()).equals(withoutZeros(expected))) {
      claim.broken(LOT, block.id(), "%s of it are %s, not %s", ratio, expected, outcome.accepted());
    }
  }

  /** A period in which nothing is accepted may be left out. */
  private static SortedMap<Integer, Power> withoutZeros(SortedMap<Integer, Power> accepted) {
    SortedMap<Integer, Power> left = new TreeMap<>(accepted);
    left.values().removeIf(Power::isZero);
    return left;
  }

  private static void statement(AuctionClaim claim, BlockOrder block) {
    BlockOutcome outcome = claim.outcome(block);
    BigInteger surplus =
        outcome.ratio().isZero() ? inFull(claim, block) : surplus(claim, block, claim::price);
    if (!claim.states(outcome.surplus(), surplus)) {
      claim.broken(
          STATEMENT, block.id(), "it gains %s grains, stated %s", surplus, outcome.surplus());
    }
    BigInteger paid = BigInteger.ZERO;
    BigInteger weight = BigInteger.ZERO;
    for (Map.Entry<Integer, Power> part : block.quantities().entrySet()) {
      int period = part.getKey();
      long kilowatts = part.getValue().kilowatts();
      paid = paid.add(claim.grains(claim.price(block.zone(), period), kilowatts, period));
      weight = weight.add(claim.grains(1, kilowatts, period));
    }
    long average = outcome.averagePrice().tenThousandths();
    // however it was rounded, by less than one unit
    if (paid.subtract(weight.multiply(BigInteger.valueOf(average))).abs().compareTo(weight) >= 0) {
      claim.broken(STATEMENT, block.id(), "the average price is not %s", outcome.averagePrice());
    }
    long better = better(block, average);
    if (outcome.distance().tenThousandths() != better) {
      claim.broken(STATEMENT, block.id(), "it is %d better, stated %s", better, outcome.distance());
    }
  }

  private static void decision(AuctionClaim claim, BlockOrder block, Map<String, Long> groups) {
    BlockDecision stated = claim.outcome(block).decision();
    BlockDecision expected = expected(claim, block, groups);
    if (stated != expected) {
      claim.broken(STATEMENT, block.id(), "it is %s, stated %s", expected, stated);
    }
  }

  private static BlockDecision expected(
      AuctionClaim claim, BlockOrder block, Map<String, Long> groups) {
    if (!claim.ratio(block.id()).isZero()) {
      return BlockDecision.ACCEPTED;
    }
    if (block.parent().map(claim::ratio).filter(Ratio::isZero).isPresent()) {
      return BlockDecision.PARENT_REJECTED;
    }
    long used = block.exclusiveGroup().map(group -> groups.getOrDefault(group, 0L)).orElse(0L);
    if (used + block.minimumAcceptance().millionths() > Ratio.ONE.millionths()) {
      return BlockDecision.GROUP_USED_UP;
    }
    return inFull(claim, block).signum() > 0
        ? BlockDecision.PARADOXICALLY_REJECTED
        : BlockDecision.OUT_OF_THE_MONEY;
  }

  /** Whether an accepted block loses at some prices although its children help. */
  static boolean loses(AuctionClaim claim, BlockOrder block, AuctionClaim.Prices prices) {
    return !claim.ratio(block.id()).isZero() && familySurplus(claim, block, prices).signum() < 0;
  }

  /**
   * Whether a cut block is better or worse than its limit by one unit of price per MWh or more,
   * where the market wants it at the money: nearer than that no whole price may lie.
   */
  static boolean offTheMoney(AuctionClaim claim, BlockOrder block, AuctionClaim.Prices prices) {
    Ratio ratio = claim.ratio(block.id());
    if (!claim.problem.partialAtTheMoney() || ratio.isZero() || ratio.equals(Ratio.ONE)) {
      return false;
    }
    BigInteger unit = BigInteger.ZERO;
    for (int period : block.quantities().keySet()) {
      long step =
          claim.period(period).curves().isEmpty() ? 1 : claim.problem.tick().tenThousandths();
      unit = unit.add(claim.grains(step, claim.accepted(block, period), period));
    }
    BigInteger surplus = surplus(claim, block, prices);
    return surplus.signum() != 0 && surplus.abs().compareTo(unit) >= 0;
  }

  private static BigInteger familySurplus(
      AuctionClaim claim, BlockOrder block, AuctionClaim.Prices prices) {
    BigInteger sum = surplus(claim, block, prices);
    for (BlockOrder child : claim.problem.blocks()) {
      if (child.parent().filter(block.id()::equals).isPresent()) {
        sum = sum.add(familySurplus(claim, child, prices));
      }
    }
    return sum;
  }

  private static BigInteger surplus(
      AuctionClaim claim, BlockOrder block, AuctionClaim.Prices prices) {
    return surplus(claim, block, prices, (period, quantity) -> claim.accepted(block, period));
  }

  private static BigInteger inFull(AuctionClaim claim, BlockOrder block) {
    return surplus(claim, block, claim::price, (period, quantity) -> quantity.kilowatts());
  }

  private static BigInteger surplus(
      AuctionClaim claim,
      BlockOrder block,
      AuctionClaim.Prices prices,
      ToLongBiFunction<Integer, Power> kilowatts) {
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<Integer, Power> part : block.quantities().entrySet()) {
      int period = part.getKey();
      long better = better(block, prices.at(block.zone(), period));
      sum = sum.add(claim.grains(better, kilowatts.applyAsLong(period, part.getValue()), period));
    }
    return sum;
  }

  /** How much better than its limit a price is. */
  private static long better(BlockOrder block, long price) {
    long above = price - block.price().tenThousandths();
    return block.side() == Side.SELL ? above : -above;
  }
}

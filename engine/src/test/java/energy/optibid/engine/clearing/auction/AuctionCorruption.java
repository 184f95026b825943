package energy.optibid.engine.clearing.auction;

import static energy.optibid.engine.clearing.auction.Altered.priced;
import static energy.optibid.engine.clearing.auction.Altered.searched;
import static energy.optibid.engine.clearing.auction.Altered.withAccepted;
import static energy.optibid.engine.clearing.auction.Altered.withAverage;
import static energy.optibid.engine.clearing.auction.Altered.withBlock;
import static energy.optibid.engine.clearing.auction.Altered.withBlocks;
import static energy.optibid.engine.clearing.auction.Altered.withComplexes;
import static energy.optibid.engine.clearing.auction.Altered.withFills;
import static energy.optibid.engine.clearing.auction.Altered.withPeriod;
import static energy.optibid.engine.clearing.auction.Altered.withPeriods;
import static energy.optibid.engine.clearing.auction.Altered.withRatio;
import static energy.optibid.engine.clearing.auction.Altered.withSurplus;
import static energy.optibid.engine.clearing.auction.Altered.withWelfare;
import static energy.optibid.engine.clearing.auction.Altered.withZones;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Ways to spoil the result of an auction, each with the rule it must break. */
enum AuctionCorruption {
  PERIOD_MISSING(
      Rule.COMPLETE,
      (problem, result) ->
          Optional.of(withPeriods(result, result.periods().subList(1, result.periods().size())))),
  BLOCK_MISSING(
      Rule.COMPLETE,
      (problem, result) ->
          Optional.of(withBlocks(result, result.blocks().subList(1, result.blocks().size())))),
  BLOCKS_NOT_IN_ORDER(
      Rule.COMPLETE,
      (problem, result) -> {
        List<BlockOutcome> turned = new ArrayList<>(result.blocks());
        Collections.reverse(turned);
        return some(turned.size() > 1, withBlocks(result, turned));
      }),
  COMPLEX_MISSING(
      Rule.COMPLETE,
      (problem, result) -> some(!result.complexes().isEmpty(), withComplexes(result, List.of()))),
  ZONE_MISSING(
      Rule.COMPLETE,
      (problem, result) ->
          Optional.of(
              withPeriod(result, 0, p -> withZones(p, p.zones().subList(1, p.zones().size()))))),
  FILL_MISSING(
      Rule.COMPLETE,
      (problem, result) ->
          some(
              !result.period(1).fills().isEmpty(),
              withPeriod(result, 0, p -> withFills(p, p.fills().stream().skip(1).toList())))),
  CHILD_BEYOND_ITS_PARENT(
      Rule.BLOCK_RATIO,
      (problem, result) ->
          first(
              problem,
              block -> block.parent().isPresent() && isWhole(result, block.id()),
              block ->
                  withBlock(
                      result,
                      block.parent().orElseThrow(),
                      parent -> withRatio(parent, new Ratio(999_999))))),
  BELOW_ITS_MINIMUM(
      Rule.BLOCK_RATIO,
      (problem, result) ->
          first(
              problem,
              block -> isWhole(result, block.id()),
              block ->
                  withBlock(
                      result,
                      block.id(),
                      o -> withRatio(o, new Ratio(block.minimumAcceptance().millionths() - 1))))),
  GROUP_OVERDRAWN(
      Rule.BLOCK_RATIO,
      (problem, result) ->
          first(
              problem,
              block ->
                  block.exclusiveGroup().isPresent()
                      && result.block(block.id()).decision() == BlockDecision.GROUP_USED_UP,
              block -> withBlock(result, block.id(), o -> withRatio(o, Ratio.ONE)))),
  ACCEPTED_A_LOT_OFF(
      Rule.LOT,
      (problem, result) ->
          first(
              problem,
              block -> true,
              block ->
                  withBlock(
                      result, block.id(), o -> withAccepted(o, problem.rules().lot(), block)))),
  TAKEN_BUT_NOT_BALANCED(
      Rule.BALANCE,
      (problem, result) ->
          first(
              problem,
              block -> result.block(block.id()).ratio().isZero(),
              block -> withBlock(result, block.id(), o -> withRatio(o, Ratio.ONE)))),
  SURPLUS_MISSTATED(
      Rule.STATEMENT,
      (problem, result) ->
          first(
              problem,
              block -> true,
              block ->
                  withBlock(
                      result,
                      block.id(),
                      o -> withSurplus(o, plus(o.surplus(), "0.0000000000001"))))),
  AVERAGE_MISSTATED(
      Rule.STATEMENT,
      (problem, result) ->
          first(
              problem,
              block -> true,
              block -> withBlock(result, block.id(), o -> withAverage(o, 2, 2, block)))),
  DISTANCE_MISSTATED(
      Rule.STATEMENT,
      (problem, result) ->
          first(
              problem,
              block -> true,
              block -> withBlock(result, block.id(), o -> withAverage(o, 0, 1, block)))),
  LOSING_PRICE(
      Rule.BLOCK_LOSS,
      (problem, result) -> {
        for (BlockOrder block : problem.blocks()) {
          if (block.parent().isEmpty()
              && isWhole(result, block.id())
              && problem.blocks().stream()
                  .noneMatch(child -> child.parent().filter(block.id()::equals).isPresent())) {
            AuctionResult worse = atWorstPrices(problem, result, block);
            if (gain(worse, block).signum() < 0) {
              return Optional.of(worse);
            }
          }
        }
        return Optional.empty();
      }),
  CUT_BLOCK_GAINS(
      Rule.AT_THE_MONEY,
      (problem, result) -> {
        for (BlockOrder block : problem.blocks()) {
          Ratio ratio = result.block(block.id()).ratio();
          if (!ratio.isZero() && !ratio.equals(Ratio.ONE)) {
            AuctionResult worse = atWorstPrices(problem, result, block);
            if (gain(worse, block).signum() != 0) {
              return Optional.of(worse);
            }
          }
        }
        return Optional.empty();
      }),
  PRICE_OFF_THE_TIE_RULE(
      Rule.PRICE_INTERVAL,
      (problem, result) -> {
        boolean tied = true;
        Optional<AuctionResult> off = Optional.empty();
        for (int i = 0; i < result.periods().size(); i++) {
          for (ZoneOutcome zone : result.periods().get(i).zones()) {
            long low = zone.low().tenThousandths();
            long high = zone.high().tenThousandths();
            tied &= zone.price().tenThousandths() == Math.floorDiv(low + high, 2);
            if (low < high) {
              off = Optional.of(withPeriod(result, i, p -> priced(p, zone, low)));
            }
          }
        }
        return tied ? off : Optional.empty();
      }),
  PRICE_OUTSIDE_ITS_INTERVAL(
      Rule.PRICE_INTERVAL,
      (problem, result) -> {
        ZoneOutcome zone = result.period(1).zones().get(0);
        return Optional.of(
            withPeriod(result, 0, p -> priced(p, zone, zone.high().tenThousandths() + 1)));
      }),
  INCOME_MISSTATED(
      Rule.STATEMENT, (problem, result) -> complex(result, true, true, "0.0000000000001", "0")),
  REQUIREMENT_MISSTATED(
      Rule.STATEMENT, (problem, result) -> complex(result, true, true, "0", "0.0000000000001")),
  PAID_ALTHOUGH_IT_LEFT(
      Rule.STATEMENT, (problem, result) -> complex(result, false, false, "1", "0")),
  STAYS_WITHOUT_STEPS(Rule.COMPLETE, (problem, result) -> complex(result, false, true, "0", "0")),
  WELFARE_MISSTATED(
      Rule.STATEMENT,
      (problem, result) ->
          Optional.of(withWelfare(result, plus(result.welfare(), "-0.0000000000001")))),
  OPTIMAL_WITH_A_GAP(
      Rule.OPTIMALITY,
      (problem, result) -> Optional.of(searched(result, Search.End.OPTIMAL, 1, "0.0001"))),
  NEGATIVE_GAP(
      Rule.OPTIMALITY,
      (problem, result) -> Optional.of(searched(result, Search.End.BUDGET_SPENT, 1, "-0.1"))),
  NEGATIVE_WORK(
      Rule.OPTIMALITY,
      (problem, result) -> Optional.of(searched(result, Search.End.STOPPED, -1, "0")));

  /** Spoils a result; empty when this one offers no spot for it. */
  interface Spoil {
    Optional<AuctionResult> of(AuctionProblem problem, AuctionResult result);
  }

  final Rule breaks;
  final Spoil spoil;

  AuctionCorruption(Rule breaks, Spoil spoil) {
    this.breaks = breaks;
    this.spoil = spoil;
  }

  private static Optional<AuctionResult> some(boolean possible, AuctionResult spoilt) {
    return possible ? Optional.of(spoilt) : Optional.empty();
  }

  private static Optional<AuctionResult> first(
      AuctionProblem problem,
      Predicate<BlockOrder> wanted,
      Function<BlockOrder, AuctionResult> spoil) {
    return problem.blocks().stream().filter(wanted).findFirst().map(spoil);
  }

  private static boolean isWhole(AuctionResult result, String block) {
    return result.block(block).ratio().equals(Ratio.ONE);
  }

  private static AuctionResult atWorstPrices(
      AuctionProblem problem, AuctionResult result, BlockOrder block) {
    AuctionResult worse = result;
    for (int hour : block.quantities().keySet()) {
      ZoneOutcome zone = result.period(hour).zone(block.zone());
      long price = (block.side() == Side.SELL ? zone.low() : zone.high()).tenThousandths();
      worse = withPeriod(worse, hour - 1, p -> priced(p, zone, price));
    }
    return worse;
  }

  private static BigDecimal gain(AuctionResult result, BlockOrder block) {
    BigDecimal sum = BigDecimal.ZERO;
    for (var part : result.block(block.id()).accepted().entrySet()) {
      long above =
          result.period(part.getKey()).zone(block.zone()).price().tenThousandths()
              - block.price().tenThousandths();
      sum = sum.add(BigDecimal.valueOf(above * part.getValue().kilowatts()));
    }
    return block.side() == Side.SELL ? sum : sum.negate();
  }

  private static Money plus(Money money, String more) {
    return new Money(money.amount().add(new BigDecimal(more)), money.currency());
  }

  private static Optional<AuctionResult> complex(
      AuctionResult result, boolean now, boolean then, String income, String required) {
    return result.complexes().stream()
        .filter(outcome -> outcome.active() == now)
        .findFirst()
        .map(
            outcome ->
                withComplexes(
                    result,
                    result.complexes().stream()
                        .map(
                            o ->
                                o.equals(outcome)
                                    ? new ComplexOutcome(
                                        o.orderId(),
                                        then,
                                        plus(o.income(), income),
                                        plus(o.required(), required))
                                    : o)
                        .toList()));
  }
}

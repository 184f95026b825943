package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Violation.Rule;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to spoil the result of an auction, each with the rule it must break. */
enum AuctionCorruption {
  PERIOD_MISSING(
      Rule.COMPLETE,
      (problem, result) ->
          Optional.of(
              new AuctionResult(
                  result.periods().subList(1, result.periods().size()),
                  result.blocks(),
                  result.complexes(),
                  result.welfare(),
                  result.search()))),
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
      (problem, result) ->
          some(
              !result.complexes().isEmpty(),
              new AuctionResult(
                  result.periods(),
                  result.blocks(),
                  List.of(),
                  result.welfare(),
                  result.search()))),
  ZONE_MISSING(
      Rule.COMPLETE,
      (problem, result) ->
          Optional.of(
              withPeriod(
                  result,
                  0,
                  p ->
                      new ClearingResult(
                          p.zones().subList(1, p.zones().size()),
                          p.flows(),
                          p.fills(),
                          p.welfare())))),
  FILL_MISSING(
      Rule.COMPLETE,
      (problem, result) ->
          some(
              !result.period(1).fills().isEmpty(),
              withPeriod(
                  result,
                  0,
                  p ->
                      new ClearingResult(
                          p.zones(),
                          p.flows(),
                          p.fills().stream().skip(1).toList(),
                          p.welfare())))),
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
                      o ->
                          new BlockOutcome(
                              o.blockId(),
                              o.decision(),
                              o.ratio(),
                              o.accepted(),
                              plus(o.surplus(), "0.0000000000001"),
                              o.averagePrice(),
                              o.distance())))),
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
          Optional.of(
              new AuctionResult(
                  result.periods(),
                  result.blocks(),
                  result.complexes(),
                  plus(result.welfare(), "-0.0000000000001"),
                  result.search()))),
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

  static AuctionResult withBlocks(AuctionResult result, List<BlockOutcome> blocks) {
    return new AuctionResult(
        result.periods(), blocks, result.complexes(), result.welfare(), result.search());
  }

  static AuctionResult withBlock(
      AuctionResult result, String id, UnaryOperator<BlockOutcome> change) {
    return withBlocks(
        result,
        result.blocks().stream().map(o -> o.blockId().equals(id) ? change.apply(o) : o).toList());
  }

  static AuctionResult withPeriod(
      AuctionResult result, int index, UnaryOperator<ClearingResult> change) {
    List<ClearingResult> periods = new ArrayList<>(result.periods());
    periods.set(index, change.apply(periods.get(index)));
    return new AuctionResult(
        periods, result.blocks(), result.complexes(), result.welfare(), result.search());
  }

  static AuctionResult searched(AuctionResult result, Search.End end, long work, String gap) {
    return new AuctionResult(
        result.periods(),
        result.blocks(),
        result.complexes(),
        result.welfare(),
        new Search(end, work, new Money(new BigDecimal(gap), Book.EUR)));
  }

  static ClearingResult priced(ClearingResult period, ZoneOutcome changed, long price) {
    return new ClearingResult(
        period.zones().stream()
            .map(
                zone ->
                    zone.zone().equals(changed.zone())
                        ? new ZoneOutcome(
                            zone.zone(),
                            new Price(price),
                            zone.low(),
                            zone.high(),
                            zone.marginal(),
                            zone.demand(),
                            zone.supply(),
                            zone.netPosition())
                        : zone)
            .toList(),
        period.flows(),
        period.fills(),
        period.welfare());
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

  private static BlockOutcome withRatio(BlockOutcome o, Ratio ratio) {
    return new BlockOutcome(
        o.blockId(),
        o.decision(),
        ratio,
        o.accepted(),
        o.surplus(),
        o.averagePrice(),
        o.distance());
  }

  private static BlockOutcome withAccepted(BlockOutcome o, Power more, BlockOrder block) {
    SortedMap<Integer, Power> accepted = new TreeMap<>(o.accepted());
    accepted.merge(block.quantities().firstKey(), more, Power::plus);
    return new BlockOutcome(
        o.blockId(),
        o.decision(),
        o.ratio(),
        accepted,
        o.surplus(),
        o.averagePrice(),
        o.distance());
  }

  private static BlockOutcome withAverage(
      BlockOutcome o, long higher, long better, BlockOrder block) {
    long sign = higher == 0 || block.side() == Side.SELL ? 1 : -1;
    return new BlockOutcome(
        o.blockId(),
        o.decision(),
        o.ratio(),
        o.accepted(),
        o.surplus(),
        new Price(o.averagePrice().tenThousandths() + higher),
        new Price(o.distance().tenThousandths() + sign * better));
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
                new AuctionResult(
                    result.periods(),
                    result.blocks(),
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
                        .toList(),
                    result.welfare(),
                    result.search()));
  }
}

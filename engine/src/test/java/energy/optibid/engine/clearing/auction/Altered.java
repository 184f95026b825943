package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.OrderFill;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Results that differ from another in one statement. */
final class Altered {
  private Altered() {}

  static AuctionResult withPeriods(AuctionResult result, List<ClearingResult> periods) {
    return new AuctionResult(
        periods, result.blocks(), result.complexes(), result.welfare(), result.search());
  }

  /** Changes one period, the first being 0. */
  static AuctionResult withPeriod(
      AuctionResult result, int index, UnaryOperator<ClearingResult> change) {
    List<ClearingResult> periods = new ArrayList<>(result.periods());
    periods.set(index, change.apply(periods.get(index)));
    return withPeriods(result, periods);
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

  static AuctionResult withComplexes(AuctionResult result, List<ComplexOutcome> complexes) {
    return new AuctionResult(
        result.periods(), result.blocks(), complexes, result.welfare(), result.search());
  }

  static AuctionResult withWelfare(AuctionResult result, Money welfare) {
    return new AuctionResult(
        result.periods(), result.blocks(), result.complexes(), welfare, result.search());
  }

  static AuctionResult searched(AuctionResult result, Search.End end, long work, String gap) {
    return new AuctionResult(
        result.periods(),
        result.blocks(),
        result.complexes(),
        result.welfare(),
        new Search(end, work, new Money(new BigDecimal(gap), Book.EUR)));
  }

  static ClearingResult withZones(ClearingResult period, List<ZoneOutcome> zones) {
    return new ClearingResult(zones, period.flows(), period.fills(), period.welfare());
  }

  static ClearingResult withFlows(ClearingResult period, List<LinkFlow> flows) {
    return new ClearingResult(period.zones(), flows, period.fills(), period.welfare());
  }

  static ClearingResult withFills(ClearingResult period, List<OrderFill> fills) {
    return new ClearingResult(period.zones(), period.flows(), fills, period.welfare());
  }

  /** Gives one zone another price, in 10⁻⁴ per MWh. */
  static ClearingResult priced(ClearingResult period, ZoneOutcome changed, long price) {
    return withZones(
        period,
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
            .toList());
  }

  static BlockOutcome withDecision(BlockOutcome o, BlockDecision decision) {
    return new BlockOutcome(
        o.blockId(),
        decision,
        o.ratio(),
        o.accepted(),
        o.surplus(),
        o.averagePrice(),
        o.distance());
  }

  static BlockOutcome withRatio(BlockOutcome o, Ratio ratio) {
    return new BlockOutcome(
        o.blockId(),
        o.decision(),
        ratio,
        o.accepted(),
        o.surplus(),
        o.averagePrice(),
        o.distance());
  }

  /** Has more accepted in the first hour of a block. */
  static BlockOutcome withAccepted(BlockOutcome o, Power more, BlockOrder block) {
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

  static BlockOutcome withSurplus(BlockOutcome o, Money surplus) {
    return new BlockOutcome(
        o.blockId(),
        o.decision(),
        o.ratio(),
        o.accepted(),
        surplus,
        o.averagePrice(),
        o.distance());
  }

  /** Raises the average price, and the distance by so much in the favour of the block. */
  static BlockOutcome withAverage(BlockOutcome o, long higher, long better, BlockOrder block) {
    long sign = higher == 0 || block.side() == Side.SELL ? 1 : -1;
    return withAverage(
        o,
        new Price(o.averagePrice().tenThousandths() + higher),
        new Price(o.distance().tenThousandths() + sign * better));
  }

  static BlockOutcome withAverage(BlockOutcome o, Price average, Price distance) {
    return new BlockOutcome(
        o.blockId(), o.decision(), o.ratio(), o.accepted(), o.surplus(), average, distance);
  }
}

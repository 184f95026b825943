package energy.optibid.clearing.domain;

import energy.optibid.bidding.SubmittedBid;
import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockSearch;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.Unconstrained;
import energy.optibid.engine.clearing.ClearingResult;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.ZoneOutcome;
import energy.optibid.engine.clearing.auction.AuctionResult;
import energy.optibid.engine.sequence.CorridorPriority.Taken;
import energy.optibid.engine.units.Money;
import energy.optibid.engine.units.Power;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the cleared blocks of a day together to what a run publishes. */
public final class DayAssembly {
  private DayAssembly() {}

  /**
   * The result of a run that follows no other auction of the day.
   *
   * @param blocks every block of the auction, in order
   * @param bids the own bids that took part
   * @param status of the awards
   */
  public static DayResult of(
      UUID runId, List<ClearedBlock> blocks, List<SubmittedBid> bids, AwardStatus status) {
    return of(runId, blocks, bids, Earlier.NONE, status);
  }

  /**
   * The result of a run.
   *
   * @param blocks every block of the auction, in order
   * @param bids the bids of this auction that took part
   * @param earlier what earlier auctions of the day handed on and had taken
   * @param status of the awards
   */
  public static DayResult of(
      UUID runId,
      List<ClearedBlock> blocks,
      List<SubmittedBid> bids,
      Earlier earlier,
      AwardStatus status) {
    ClearedBlock first = blocks.get(0);
    Duration duration = first.block().duration();
    List<AreaOutcome> areas =
        first.result().zones().stream().map(zone -> area(zone.zone(), blocks, duration)).toList();
    List<LinkOutcome> links =
        first.result().flows().stream().map(flow -> link(flow, blocks, earlier, duration)).toList();
    List<AwardLine> awards = new ArrayList<>();
    List<Participation> participations =
        Stream.concat(
                bids.stream().map(Participation::of),
                earlier.carried().stream().map(Participation::of))
            .toList();
    for (Participation participation : participations) {
      for (ClearedBlock block : blocks) {
        if (participation.blocks().contains(block.number())) {
          awards.add(new Settling(runId, participation, block).award(status));
        }
      }
    }
    return new DayResult(
        areas,
        links,
        awards,
        List.of(),
        List.of(),
        null,
        unconstrained(blocks, duration),
        welfare(blocks),
        blocks.stream().mapToLong(ClearedBlock::pricesRead).sum(),
        blocks.stream().mapToLong(ClearedBlock::engineNanos).sum() / 1_000_000,
        participations.size());
  }

  /**
   * The result of a run whose blocks were decided with it.
   *
   * @param day the auction cleared as a whole
   * @param bids the bids of this auction that took part
   * @param earlier what earlier auctions of the day handed on and had taken
   * @param status of the awards
   */
  public static DayResult of(
      UUID runId,
      ClearedAuction day,
      List<SubmittedBid> bids,
      Earlier earlier,
      AwardStatus status) {
    AuctionResult result = day.result();
    List<BlockOrderSettling> settlings =
        bids.stream().map(bid -> new BlockOrderSettling(runId, day, bid, status)).toList();
    return of(runId, day.blocks(), bids, earlier, status)
        .withBlocks(
            settlings.stream().flatMap(settling -> settling.awards().stream()).toList(),
            settlings.stream().flatMap(settling -> settling.outcomes().stream()).toList(),
            BlockResults.of(day.problem(), result),
            new BlockSearch(
                result.search().end(), result.search().work(), result.search().gap().amount()),
            result.welfare().rounded().amount());
  }

  private static @Nullable Unconstrained unconstrained(
      List<ClearedBlock> blocks, Duration duration) {
    List<BigDecimal> prices = new ArrayList<>();
    List<BigDecimal> volumes = new ArrayList<>();
    for (ClearedBlock block : blocks) {
      ClearedBlock.Unconstrained here = block.unconstrained();
      if (here == null) {
        return null;
      }
      prices.add(Figures.price(here.price()));
      volumes.add(mwh(here.volume(), duration));
    }
    return new Unconstrained(prices, volumes);
  }

  private static BigDecimal welfare(List<ClearedBlock> blocks) {
    return blocks.stream()
        .map(block -> block.result().welfare())
        .reduce(Money::plus)
        .orElseThrow()
        .rounded()
        .amount();
  }

  private static AreaOutcome area(String area, List<ClearedBlock> blocks, Duration duration) {
    Function<Function<ZoneOutcome, BigDecimal>, List<BigDecimal>> series =
        figure -> blocks.stream().map(block -> figure.apply(block.result().zone(area))).toList();
    return new AreaOutcome(
        area,
        series.apply(zone -> Figures.price(zone.price())),
        series.apply(zone -> Figures.price(zone.low())),
        series.apply(zone -> Figures.price(zone.high())),
        series.apply(zone -> Figures.mwh(zone.supply(), duration)),
        series.apply(zone -> Figures.mwh(zone.demand(), duration)),
        series.apply(zone -> Figures.mwh(zone.netPosition(), duration)));
  }

  private static LinkOutcome link(
      LinkFlow flow, List<ClearedBlock> blocks, Earlier earlier, Duration duration) {
    List<BigDecimal> forwardTaken = new ArrayList<>();
    List<BigDecimal> reverseTaken = new ArrayList<>();
    List<BigDecimal> flows = new ArrayList<>();
    List<BigDecimal> forward = new ArrayList<>();
    List<BigDecimal> reverse = new ArrayList<>();
    List<Boolean> binding = new ArrayList<>();
    for (ClearedBlock block : blocks) {
      ClearingResult result = block.result();
      LinkFlow here = result.flow(flow.linkId());
      Link link =
          block.links().stream()
              .filter(candidate -> candidate.id().equals(flow.linkId()))
              .findFirst()
              .orElseThrow();
      flows.add(mwh(here.flow(), duration));
      forward.add(mwh(link.forwardCapacity(), duration));
      reverse.add(mwh(link.reverseCapacity(), duration));
      binding.add(here.binding());
      Taken taken = earlier.taken(block.number(), flow.from(), flow.to());
      forwardTaken.add(mwh(taken.forward(), duration));
      reverseTaken.add(mwh(taken.reverse(), duration));
    }
    return new LinkOutcome(
        flow.from(), flow.to(), flows, forward, reverse, binding, forwardTaken, reverseTaken);
  }

  private static BigDecimal mwh(Power power, Duration duration) {
    return Figures.mwh(power, duration);
  }
}

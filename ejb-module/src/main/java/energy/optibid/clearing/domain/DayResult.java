package energy.optibid.clearing.domain;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockOrderOutcome;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.BlockSearch;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.Unconstrained;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run publishes, ready to be stored.
 *
 * @param welfare rounded to the currency's smallest unit
 * @param unconstrained the pass without the links' limits; null where the market has none
 * @param blockOrders what became of the bids' block orders
 * @param blocks what became of each block of the book; empty where it has none
 * @param search how they were decided; null where there was nothing to decide
 * @param ordersRead price–quantity pairs that took part
 */
public record DayResult(
    List<AreaOutcome> areas,
    List<LinkOutcome> links,
    List<AwardLine> awards,
    List<BlockOrderOutcome> blockOrders,
    List<BlockResult> blocks,
    @Nullable BlockSearch search,
    @Nullable Unconstrained unconstrained,
    BigDecimal welfare,
    long ordersRead,
    long engineMillis,
    int bidsIncluded) {
  public DayResult {
    areas = List.copyOf(areas);
    links = List.copyOf(links);
    awards = List.copyOf(awards);
    blockOrders = List.copyOf(blockOrders);
    blocks = List.copyOf(blocks);
  }

  /**
   * The same of an auction with blocks.
   *
   * @param blockAwards of the bids' block orders
   */
  DayResult withBlocks(
      List<AwardLine> blockAwards,
      List<BlockOrderOutcome> ownBlocks,
      List<BlockResult> decided,
      BlockSearch found,
      BigDecimal wholeWelfare) {
    return new DayResult(
        areas,
        links,
        Stream.concat(awards.stream(), blockAwards.stream()).toList(),
        ownBlocks,
        decided,
        found,
        unconstrained,
        wholeWelfare,
        ordersRead,
        engineMillis,
        bidsIncluded);
  }
}

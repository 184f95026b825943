package energy.optibid.clearing.domain;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.BlockResult;
import energy.optibid.clearing.BlockSearch;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.clearing.Unconstrained;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run publishes, ready to be stored.
 *
 * @param welfare rounded to the currency's smallest unit
 * @param unconstrained the pass without the links' limits; null where the market has none
 * @param blocks what became of each block; empty where the auction has none
 * @param search how they were decided; null where there was nothing to decide
 * @param ordersRead price–quantity pairs that took part
 */
public record DayResult(
    List<AreaOutcome> areas,
    List<LinkOutcome> links,
    List<AwardLine> awards,
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
    blocks = List.copyOf(blocks);
  }

  /** The same of an auction with blocks. */
  DayResult withBlocks(List<BlockResult> decided, BlockSearch found, BigDecimal wholeWelfare) {
    return new DayResult(
        areas,
        links,
        awards,
        decided,
        found,
        unconstrained,
        wholeWelfare,
        ordersRead,
        engineMillis,
        bidsIncluded);
  }
}

package energy.optibid.clearing.domain;

import energy.optibid.clearing.AreaOutcome;
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
 * @param ordersRead price–quantity pairs that took part
 */
public record DayResult(
    List<AreaOutcome> areas,
    List<LinkOutcome> links,
    List<AwardLine> awards,
    @Nullable Unconstrained unconstrained,
    BigDecimal welfare,
    long ordersRead,
    long engineMillis,
    int bidsIncluded) {
  public DayResult {
    areas = List.copyOf(areas);
    links = List.copyOf(links);
    awards = List.copyOf(awards);
  }
}

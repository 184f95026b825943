package energy.optibid.clearing.domain;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.LinkOutcome;
import java.math.BigDecimal;
import java.util.List;

/**
 * Everything a run publishes, ready to be stored.
 *
 * @param welfare rounded to the currency's smallest unit
 * @param ordersRead price–quantity steps that took part
 */
public record DayResult(
    List<AreaOutcome> areas,
    List<LinkOutcome> links,
    List<AwardLine> awards,
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

package energy.optibid.clearing.domain;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.RunComparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How prices moved from one run to another, area by area. */
public final class Comparisons {
  private Comparisons() {}

  /** The comparison over the areas both runs have. */
  public static RunComparison of(
      UUID auctionId, UUID runA, List<AreaOutcome> a, UUID runB, List<AreaOutcome> b) {
    List<RunComparison.Area> areas = new ArrayList<>();
    for (AreaOutcome before : a) {
      for (AreaOutcome after : b) {
        if (after.area().equals(before.area())) {
          areas.add(
              new RunComparison.Area(
                  before.area(),
                  before.prices(),
                  after.prices(),
                  difference(before.prices(), after.prices())));
        }
      }
    }
    return new RunComparison(auctionId, runA, runB, areas);
  }

  private static List<BigDecimal> difference(List<BigDecimal> before, List<BigDecimal> after) {
    List<BigDecimal> difference = new ArrayList<>();
    for (int i = 0; i < before.size() && i < after.size(); i++) {
      difference.add(after.get(i).subtract(before.get(i)));
    }
    return difference;
  }
}

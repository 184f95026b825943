package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** How prices moved from one run of an auction to another. */
public record RunComparison(UUID auctionId, UUID runA, UUID runB, List<Area> areas) {
  public RunComparison {
    areas = List.copyOf(areas);
  }

  /**
   * One area; index = block − 1.
   *
   * @param difference b − a
   */
  public record Area(
      String area, List<BigDecimal> a, List<BigDecimal> b, List<BigDecimal> difference) {
    public Area {
      a = List.copyOf(a);
      b = List.copyOf(b);
      difference = List.copyOf(difference);
    }
  }
}

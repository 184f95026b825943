package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.List;

/**
 * The aggregate curves of an area and block around the clearing point, own bids included: stairs,
 * or where the market interpolates, straight lines between corners. What is imported shifts the
 * supply to the right, what is exported the demand, so that the curves meet at the clearing point.
 *
 * @param demand corners by falling price
 * @param supply corners by rising price
 */
public record BlockCurves(
    String area, int block, Corner clearing, List<Corner> demand, List<Corner> supply) {
  public BlockCurves {
    demand = List.copyOf(demand);
    supply = List.copyOf(supply);
  }

  /** A price per MWh and the cumulative energy offered up to and including it. */
  public record Corner(BigDecimal price, BigDecimal quantityMwh) {}
}

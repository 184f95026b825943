package energy.optibid.bidding;

import java.math.BigDecimal;
import java.util.List;

/**
 * The curve of one delivery block.
 *
 * @param block 1 … number of blocks of the day
 * @param points cumulative, in order of merit: a sell's prices rise, a buy's fall, quantities rise
 */
public record BidBlock(int block, List<BidPoint> points) {
  public BidBlock {
    points = List.copyOf(points);
  }

  /** The most this block may ever trade, MW. */
  public BigDecimal offered() {
    return points.isEmpty() ? BigDecimal.ZERO : points.get(points.size() - 1).quantity();
  }
}

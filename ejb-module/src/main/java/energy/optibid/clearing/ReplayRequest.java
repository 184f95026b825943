package energy.optibid.clearing;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What should have been otherwise.
 *
 * @param changes of own bids, one for each bid
 * @param sweep a figure to move after the changes were made; null for none
 */
public record ReplayRequest(List<Change> changes, @Nullable Sweep sweep) {
  public ReplayRequest {
    changes = List.copyOf(changes);
  }

  /**
   * Another curve of an own bid, a bid taken back, or a bid that was never made.
   *
   * @param bidId the bid that took part in the run; null for one that was never made
   * @param areaCode of a bid that was never made; a bid that was keeps its own
   * @param side of a bid that was never made; a bid that was keeps its own
   * @param withdraw whether the bid is taken back as a whole; null means no
   * @param blocks curves in place of those of the same blocks, which are taken out where there is
   *     no point; a bid's other blocks stay as they were
   */
  public record Change(
      @Nullable UUID bidId,
      @Nullable String areaCode,
      @Nullable BidSide side,
      @Nullable Boolean withdraw,
      List<BidBlock> blocks) {
    public Change {
      blocks = List.copyOf(blocks);
    }

    /** Whether the whole bid is taken back. */
    public boolean withdraws() {
      return withdraw != null && withdraw;
    }
  }

  /**
   * One figure of one bid moved over a range.
   *
   * @param change index of the change whose bid it is
   * @param from first value: MW offered in each block, or the price of the best point per MWh
   * @param to last value
   * @param step distance of two values
   */
  public record Sweep(
      int change, SweepParameter parameter, BigDecimal from, BigDecimal to, BigDecimal step) {}

  /** What a sweep moves. */
  public enum SweepParameter {
    /** All that is offered in each block, each point keeping its share of it. */
    QUANTITY,
    /** The price of the best point, the others following at their distance. */
    PRICE
  }
}

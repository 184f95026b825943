package energy.optibid.clearing;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
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
   * Other curves or block orders of an own bid, a bid taken back, or a bid that was never made.
   *
   * @param bidId the bid that took part in the run; null for one that was never made
   * @param areaCode of a bid that was never made; a bid that was keeps its own
   * @param side of a bid that was never made; a bid that was keeps its own
   * @param withdraw whether the bid is taken back as a whole; null means no
   * @param blocks curves in place of those of the same blocks, which are taken out where there is
   *     no point; a bid's other blocks stay as they were
   * @param blockOrders block orders in place of those of the same names, taken out, or added; a
   *     bid's other block orders stay as they were; null for none
   */
  public record Change(
      @Nullable UUID bidId,
      @Nullable String areaCode,
      @Nullable BidSide side,
      @Nullable Boolean withdraw,
      List<BidBlock> blocks,
      @Nullable List<BlockOrderChange> blockOrders) {
    public Change {
      blocks = List.copyOf(blocks);
      blockOrders = blockOrders == null ? List.of() : List.copyOf(blockOrders);
    }

    /** Of curves alone. */
    public Change(
        @Nullable UUID bidId,
        @Nullable String areaCode,
        @Nullable BidSide side,
        @Nullable Boolean withdraw,
        List<BidBlock> blocks) {
      this(bidId, areaCode, side, withdraw, blocks, List.of());
    }

    /** The block orders it is about. */
    public List<BlockOrderChange> orders() {
      return blockOrders == null ? List.of() : blockOrders;
    }

    /** Whether the whole bid is taken back. */
    public boolean withdraws() {
      return withdraw != null && withdraw;
    }
  }

  /**
   * A block order as a whole, or one taken out; see {@link energy.optibid.bidding.BidBlockOrder}.
   *
   * @param id its name in its bid: of one that was there, this takes its place; any other is added
   * @param withdraw whether it is taken out; null means no
   * @param profile average MW by block; null only where it is taken out
   * @param price limit per MWh; null only where it is taken out
   * @param minimumAcceptanceRatio least share that may be accepted; null means 1
   * @param flexible whether the auction places it in one of the profile's blocks; null means no
   */
  public record BlockOrderChange(
      String id,
      @Nullable Boolean withdraw,
      @Nullable List<BlockQuantity> profile,
      @Nullable BigDecimal price,
      @Nullable BigDecimal minimumAcceptanceRatio,
      @Nullable String parent,
      @Nullable String exclusiveGroup,
      @Nullable Boolean flexible) {
    public BlockOrderChange {
      withdraw = Boolean.TRUE.equals(withdraw) ? true : null;
      profile = profile == null ? List.of() : List.copyOf(profile);
      flexible = Boolean.TRUE.equals(flexible) ? true : null;
    }

    /** The order of that name taken out. */
    public static BlockOrderChange withdrawn(String id) {
      return new BlockOrderChange(id, true, null, null, null, null, null, null);
    }

    /** Whether it is taken out. */
    public boolean withdraws() {
      return withdraw != null;
    }

    /** The blocks it stands in. */
    public List<BlockQuantity> quantities() {
      return profile == null ? List.of() : profile;
    }

    /** Whether the auction chooses one of its blocks. */
    public boolean isFlexible() {
      return flexible != null;
    }
  }

  /**
   * One figure of one bid, or of one of its block orders, moved over a range.
   *
   * @param change index of the change whose bid it is
   * @param from first value: MW offered in each block, or the price of the best point per MWh; of a
   *     block order the MW of its largest block, or its limit
   * @param to last value
   * @param step distance of two values
   * @param blockOrder name of the block order that is moved; null for the bid's curves
   */
  public record Sweep(
      int change,
      SweepParameter parameter,
      BigDecimal from,
      BigDecimal to,
      BigDecimal step,
      @Nullable String blockOrder) {

    /** Of the bid's curves. */
    public Sweep(
        int change, SweepParameter parameter, BigDecimal from, BigDecimal to, BigDecimal step) {
      this(change, parameter, from, to, step, null);
    }
  }

  /** What a sweep moves. */
  public enum SweepParameter {
    /**
     * All that is offered in each block, each point keeping its share of it; of a block order its
     * largest block, the others in proportion.
     */
    QUANTITY,
    /**
     * The price of the best point, the others following at their distance; a block order's limit.
     */
    PRICE
  }
}

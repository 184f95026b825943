package energy.optibid.clearing;

import energy.optibid.bidding.BidSide;
import energy.optibid.engine.clearing.auction.BlockDecision;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would have happened. Series have one element for each block of the auction, index = block −
 * first block.
 *
 * @param currency ISO 4217 code
 * @param firstBlock number of the first element's block
 * @param approximate the others' orders were added up, as in every shared auction: prices may
 *     differ from a clearing of each of them
 * @param publishedGap largest difference of a price before the changes from the run's own, per MWh:
 *     how good the approximation is; zero where it is none
 * @param bids every own bid, changed or not
 * @param blocks block orders of the book that are decided otherwise, by id
 * @param blockOrders every block order of an own bid, changed or not
 * @param revenueBefore of all own bids, receiving positive: the sum of their awards
 * @param revenueAfter the same after the changes
 */
public record ReplayOutcome(
    String currency,
    int firstBlock,
    boolean approximate,
    BigDecimal publishedGap,
    List<AreaPrices> areas,
    List<BidOutcome> bids,
    List<BlockChange> blocks,
    List<OwnBlockOrder> blockOrders,
    BigDecimal revenueBefore,
    BigDecimal revenueAfter) {
  public ReplayOutcome {
    areas = List.copyOf(areas);
    bids = List.copyOf(bids);
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }

  /**
   * Prices of an area per MWh.
   *
   * @param before as they were
   * @param after with the changes; {@code after − before} is what the changes do to the price
   * @param without if the changed bids had not been there; {@code after − without} is their impact
   */
  public record AreaPrices(
      String area, List<BigDecimal> before, List<BigDecimal> after, List<BigDecimal> without) {
    public AreaPrices {
      before = List.copyOf(before);
      after = List.copyOf(after);
      without = List.copyOf(without);
    }
  }

  /**
   * A block order that is decided otherwise.
   *
   * @param ratioBefore accepted share, 0 to 1
   */
  public record BlockChange(
      String blockId,
      String area,
      BidSide side,
      BlockDecision decisionBefore,
      BlockDecision decisionAfter,
      BigDecimal ratioBefore,
      BigDecimal ratioAfter) {}

  /**
   * A block order of an own bid before and after.
   *
   * @param bidId null for a bid that was never made
   * @param change index of the change that is about its bid; null where none is
   * @param blockOrder its name in its bid
   * @param before null where it was not there
   * @param after null where it is no longer there
   */
  public record OwnBlockOrder(
      @Nullable UUID bidId,
      @Nullable Integer change,
      String blockOrder,
      String areaCode,
      BidSide side,
      @Nullable OrderResult before,
      @Nullable OrderResult after) {}

  /**
   * What a block order gets.
   *
   * @param price its limit per MWh
   * @param ratio accepted share, 0 to 1
   * @param offeredMwh of a flexible order where it was placed or came nearest to it
   * @param revenue price × accepted energy, rounded in each block half-even to the currency's
   *     smallest unit; receiving positive
   */
  public record OrderResult(
      BigDecimal price,
      BlockDecision decision,
      BigDecimal ratio,
      BigDecimal offeredMwh,
      BigDecimal acceptedMwh,
      BigDecimal revenue) {}

  /**
   * An own bid before and after.
   *
   * @param bidId null for one that was never made
   * @param change index of the change that is about it; null where none is
   * @param acceptedBefore MWh of its curve and block orders
   * @param acceptedAfter MWh of its curve and block orders
   * @param revenueBefore price × accepted energy of its curve and block orders, each rounded in
   *     each block half-even to the currency's smallest unit; receiving positive
   */
  public record BidOutcome(
      @Nullable UUID bidId,
      @Nullable Integer change,
      String areaCode,
      BidSide side,
      List<BigDecimal> acceptedBefore,
      List<BigDecimal> acceptedAfter,
      BigDecimal revenueBefore,
      BigDecimal revenueAfter) {
    public BidOutcome {
      acceptedBefore = List.copyOf(acceptedBefore);
      acceptedAfter = List.copyOf(acceptedAfter);
    }
  }
}

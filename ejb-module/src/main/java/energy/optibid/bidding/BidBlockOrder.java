package energy.optibid.bidding;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of a bid over several delivery blocks, taken as a whole or, down to a ratio, in part. It
 * has its bid's asset, area and side.
 *
 * @param id name of the order in its bid: 1 to 32 letters, digits, {@code -} and {@code _}
 * @param profile average MW by block, by rising block number; of a flexible order the blocks it may
 *     be placed in, all with the same quantity
 * @param price limit per MWh, the same in every block: at least for a sale, at most for a purchase
 * @param minimumAcceptanceRatio least share that may be accepted, above 0; 1 is all or none
 * @param parent id of the order of the same bid this one is linked to: it is accepted only as far
 *     as its parent is
 * @param exclusiveGroup name of a group of the bid whose accepted shares add up to one at most
 * @param flexible the auction places the quantity in one of the profile's blocks
 */
public record BidBlockOrder(
    String id,
    List<BlockQuantity> profile,
    BigDecimal price,
    BigDecimal minimumAcceptanceRatio,
    @Nullable String parent,
    @Nullable String exclusiveGroup,
    boolean flexible) {
  public BidBlockOrder {
    profile = List.copyOf(profile);
  }

  /**
   * What the order wants in one delivery block.
   *
   * @param quantity average MW, above 0; the bid's side carries the sign
   */
  public record BlockQuantity(int block, BigDecimal quantity) {}
}

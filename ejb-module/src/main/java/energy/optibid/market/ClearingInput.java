package energy.optibid.market;

import java.util.List;
import java.util.UUID;

/**
 * The anonymous side of an auction, ready to be cleared.
 *
 * @param blocks in order; block number n is at index n − 1 when the whole day was loaded
 */
public record ClearingInput(UUID auctionId, List<BlockBook> blocks) {
  public ClearingInput {
    blocks = List.copyOf(blocks);
  }
}

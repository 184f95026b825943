package energy.optibid.market;

import energy.optibid.engine.clearing.ClearingRules;
import java.util.UUID;

/** The anonymous order books of auctions, with the network they were made for. */
public interface OrderBooks {
  /**
   * The whole day; {@code not_found} if the caller may not see the auction.
   *
   * @param rules the auction is cleared under
   */
  ClearingInput load(UUID auctionId, ClearingRules rules);

  /**
   * One block; {@code not_found} if there is no such block or auction.
   *
   * @param rules the auction was cleared under
   */
  BlockBook load(UUID auctionId, int block, ClearingRules rules);
}

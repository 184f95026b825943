package energy.optibid.market;

import java.util.UUID;

/** The anonymous order books of auctions, with the network they were made for. */
public interface OrderBooks {
  /** The whole day; {@code not_found} if the caller may not see the auction. */
  ClearingInput load(UUID auctionId);

  /** One block; {@code not_found} if there is no such block or auction. */
  BlockBook load(UUID auctionId, int block);
}

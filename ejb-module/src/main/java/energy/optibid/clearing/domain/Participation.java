package energy.optibid.clearing.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.SubmittedBid;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bid in an auction.
 *
 * @param carriedFrom the market it was placed in, if that is another one
 * @param blocks in which it has a curve
 */
record Participation(SubmittedBid bid, @Nullable String carriedFrom, Set<Integer> blocks) {
  Participation {
    blocks = Set.copyOf(blocks);
  }

  /** A bid in the auction it was placed in. */
  static Participation of(SubmittedBid bid) {
    return new Participation(
        bid,
        null,
        bid.content().blocks().stream().map(BidBlock::block).collect(Collectors.toSet()));
  }

  /** A bid that earlier auctions left in part. */
  static Participation of(CarriedBid carried) {
    return new Participation(carried.bid(), carried.fromMarket(), carried.curves().keySet());
  }
}

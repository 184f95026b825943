package energy.optibid.bidding;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How the bids of the caller's organisation stand, counted. */
public interface BidStandings {
  /** By auction, without those that have no bid; one query, however many auctions. */
  Map<UUID, BidStanding> of(Collection<UUID> auctionIds);
}

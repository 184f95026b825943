package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.SubmittedBid;
import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the caller's bids are kept. Every method works in the caller's transaction. */
public interface BidStore {
  /** Stores a new bid with its first version. */
  void add(Bid bid);

  /** The bid as it is. */
  Optional<Bid> find(UUID id);

  /** The bid, held against other changes until the transaction ends. */
  Optional<Bid> hold(UUID id);

  /**
   * Stores the changes of a held bid: a new version if it has one, its submissions, its state.
   *
   * @return the bid as stored
   */
  Bid save(Bid bid);

  /** Newest first. */
  Page<Bid> list(BidQuery query, @Nullable String cursor, int limit);

  /** Oldest first. */
  List<BidVersion> versions(UUID bidId);

  /** Acknowledged submissions of an auction, by bid id. */
  List<SubmittedBid> acknowledged(UUID auctionId);

  /** Submissions by their ids, by bid id. */
  List<SubmittedBid> submissions(Collection<UUID> submissionIds);

  /**
   * Lets no other transaction of the organisation decide on submissions for a delivery day until
   * this one ends. Within a transaction it comes after the gate and the bid.
   *
   * @param world the exchange or import that the auction belongs to; null for neither
   */
  void holdDay(@Nullable UUID world, LocalDate deliveryDay);

  /** What may be at the venue of an asset's bids in an auction, confirmed or not, by bid id. */
  List<OfferAtVenue> atVenue(UUID auctionId, UUID assetId);
}

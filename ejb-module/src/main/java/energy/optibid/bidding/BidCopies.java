package energy.optibid.bidding;

import energy.optibid.shared.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New drafts from old bids, and one change of many. Every method makes all it is asked for or
 * nothing, and says every fault at once.
 *
 * <p>Blocks are matched by the clock of the market: block 9 of one day is block 9 of another, the
 * quarters of an hour take what the hour had, an hour takes what its first quarter had, and where
 * clocks change an hour that comes twice takes the same clock time's, and what has no hour there is
 * dropped and said.
 */
public interface BidCopies {
  /**
   * The bid's newest version as a new draft.
   *
   * @param auctionId auction of the new one
   * @param assetId asset of the new one, in whose area it is; null means the same
   * @throws ProblemException {@code validation_failed} as in {@link Bidding#create}
   */
  CopiedBid clone(UUID id, UUID auctionId, @Nullable UUID assetId);

  /**
   * Every bid of a market's auctions of one day that was not withdrawn, as new drafts of another
   * day of the same exchange.
   *
   * @throws ProblemException {@code validation_failed} with every fault of every bid, below {@code
   *     /bids/{index}}; {@code conflict} where the other day has no auction for a bid
   */
  List<CopiedBid> copyDay(LocalDate fromDay, LocalDate toDay, String marketCode);

  /**
   * These bids, of whatever day, as new drafts of one auction.
   *
   * @param bidIds 1 to 200 of the organisation's bids, each once
   * @return the drafts in the order of the bids
   * @throws ProblemException {@code validation_failed} with every fault of every bid, below {@code
   *     /bids/{index}}, or of the list itself, at {@code /bidIds/{index}}; {@code gate_closed}
   */
  List<CopiedBid> copy(UUID auctionId, List<UUID> bidIds);

  /**
   * A new version of each bid. Prices are rounded half-even to the market's tick, quantities down
   * to its lot. A block order's price moves where all its blocks are chosen.
   *
   * @throws ProblemException {@code validation_failed} with every fault of every bid, below {@code
   *     /bids/{index}}
   */
  List<BidView> edit(BulkEdit edit);
}

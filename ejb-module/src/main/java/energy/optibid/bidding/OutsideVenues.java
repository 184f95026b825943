package energy.optibid.bidding;

import energy.optibid.market.Auction;
import java.util.Optional;

/**
 * Exchanges outside this installation. Calls happen in the transaction of the change and only write
 * down what is to be told; what the exchange says comes back by {@link VenueReports}.
 */
public interface OutsideVenues {
  /**
   * The exchange that takes the caller's bids in an auction, by its operator's code; empty where
   * they stay within this installation. Whether the caller has a way to it is said by a {@link
   * SubmissionCheck}.
   */
  Optional<String> of(Auction auction);

  /** Has a queued submission told to its exchange. */
  void submit(VenueOrder order);

  /** Has a submission that the exchange holds asked back. */
  void withdraw(VenueOrder order);
}

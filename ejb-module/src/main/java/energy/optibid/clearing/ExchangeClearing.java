package energy.optibid.clearing;

import energy.optibid.market.Auction;

/**
 * Clearing as an exchange's clock asks for it: whole in one call, inside the caller's transaction,
 * with the bids of every organisation the transaction may see. A result that does not pass the
 * verifier is refused and nothing is stored.
 */
public interface ExchangeClearing {
  /**
   * Clears an auction whose gate is closed; prices and awards stand provisionally.
   *
   * @throws energy.optibid.shared.ProblemException {@code internal} when the verifier refuses
   */
  ClearingRun clear(Auction auction);

  /** Makes the latest run's awards final and tells each bidder. */
  void publish(Auction auction);

  /**
   * Clears an auction of the past in which no desk bid. Nothing is announced; the auction itself is
   * left as it is.
   */
  ClearingRun keep(Auction auction);
}

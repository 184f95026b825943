package energy.optibid.gateway;

import energy.optibid.market.Auction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Auctions of real markets in which the caller's organisation takes part. */
public interface OutsideAuctions {
  /**
   * Has the organisation take part in a real market's auction: from now on it is there, its gate
   * opens and closes by the calendar of the market's rule pack, and its result comes from the
   * exchange.
   *
   * @throws ProblemException {@code validation_failed} with every fault; {@code conflict} where the
   *     organisation takes part already
   */
  Auction join(OutsideAuctionInput input);

  /**
   * The auctions the organisation takes part in and how its bids there stand, latest delivery day
   * first.
   *
   * @param cursor where the previous page ended
   */
  Page<OutsideAuction> list(@Nullable String cursor, int limit);
}

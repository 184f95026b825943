package energy.optibid.activity;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to the bids of the caller's organisation. */
public interface BidActivities {

  /**
   * Newest first.
   *
   * @param auctionId only in this auction; null for all
   */
  Page<BidActivity> list(@Nullable UUID auctionId, @Nullable String cursor, int limit);
}

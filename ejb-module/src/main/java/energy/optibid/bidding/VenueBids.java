package energy.optibid.bidding;

import energy.optibid.market.World;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be at venues for a delivery day, over all its auctions. One query a call. */
public interface VenueBids {
  /**
   * Own bids whose auctions have no result yet: acknowledged or perhaps on their way there; by bid
   * and version. Of a bid that is being replaced both versions are there.
   *
   * @param assetId of this asset only; null for every one
   */
  List<VenueBid> unresolved(World world, LocalDate deliveryDay, @Nullable UUID assetId);

  /** The purchases among them with what they would pay, of every asset. */
  List<VenuePurchase> purchases(World world, LocalDate deliveryDay);
}

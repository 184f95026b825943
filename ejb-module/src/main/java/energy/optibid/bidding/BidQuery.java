package energy.optibid.bidding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which bids are meant; a null leaves that open.
 *
 * @param auctionId of this auction
 * @param exchangeId of this exchange's auctions
 * @param marketCode of this market's auctions
 * @param deliveryDay of auctions that deliver on this day
 * @param state in this desk state
 */
public record BidQuery(
    @Nullable UUID auctionId,
    @Nullable UUID exchangeId,
    @Nullable String marketCode,
    @Nullable LocalDate deliveryDay,
    @Nullable BidState state) {
  /** Every bid. */
  public static final BidQuery ALL = new BidQuery(null, null, null, null, null);
}

package energy.optibid.bidding;

import energy.optibid.engine.units.DeliveryDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A version of a bid that may be at its venue, how much of it and where it may deliver.
 *
 * @param session 1 where a market has one auction a day
 * @param timeZone IANA name of the market's time zone
 * @param blockMinutes length of the auction's blocks
 */
public record VenueBid(
    UUID bidId,
    int versionNumber,
    BidOffer offer,
    UUID auctionId,
    String marketCode,
    int session,
    LocalDate deliveryDay,
    String timeZone,
    int blockMinutes) {

  /** The delivery day, cut into blocks of the auction's length. */
  public DeliveryDay day() {
    return new DeliveryDay(deliveryDay, ZoneId.of(timeZone), Duration.ofMinutes(blockMinutes));
  }
}

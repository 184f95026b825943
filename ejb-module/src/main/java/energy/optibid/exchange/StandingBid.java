package energy.optibid.exchange;

import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A bid an asset places by itself in every real-time session of an exchange as its gate opens. Like
 * any bid it can be changed or withdrawn until the gate closes.
 *
 * @param points price and cumulative quantity in MW, the same for each block of the session
 * @param version rises with every change; the entity tag
 */
public record StandingBid(
    UUID exchangeId,
    UUID assetId,
    String areaCode,
    BidSide side,
    List<BidPoint> points,
    OffsetDateTime updatedAt,
    long version) {
  public StandingBid {
    points = List.copyOf(points);
  }
}

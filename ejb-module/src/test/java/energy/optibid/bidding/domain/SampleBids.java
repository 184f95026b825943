package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Small bids for tests of states. */
final class SampleBids {
  static final OffsetDateTime NOW = OffsetDateTime.parse("2025-04-01T10:00:00Z");
  static final UUID USER = new UUID(0, 1);

  private SampleBids() {}

  /** A sale in block 1. */
  static BidContent content(String megawatts) {
    BidPoint point = new BidPoint(BigDecimal.ONE, new BigDecimal(megawatts));
    return new BidContent(
        new UUID(0, 2), "NORD", BidSide.SELL, null, List.of(new BidBlock(1, List.of(point))));
  }

  static Bid draft() {
    return Bid.draft(new UUID(0, 3), new UUID(0, 4), content("1"), NOW, USER);
  }
}

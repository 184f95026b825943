package energy.optibid.market.adapter;

import energy.optibid.market.Auction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** Where a page of auctions ended: the sort key of its last one. */
record AuctionCursor(LocalDate deliveryDay, UUID id) {
  static AuctionCursor of(Auction auction) {
    return new AuctionCursor(auction.deliveryDay(), auction.id());
  }

  static AuctionCursor parse(String text) {
    String[] parts = text.split("_", -1);
    try {
      if (parts.length == 2) {
        return new AuctionCursor(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      // refused below, whatever was wrong with it
    }
    throw new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "cursor is not one this list has given out.");
  }

  @Override
  public String toString() {
    return deliveryDay + "_" + id;
  }
}

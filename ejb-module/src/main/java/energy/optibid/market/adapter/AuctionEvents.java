package energy.optibid.market.adapter;

import energy.optibid.market.Auction;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.OrganizationId;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** What the channel {@code auctions.{market}} says about an auction. */
final class AuctionEvents {
  private AuctionEvents() {}

  static DomainEvent of(String type, Auction auction) {
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("auctionId", auction.id().toString())
            .add("marketCode", auction.marketCode())
            .add("deliveryDay", auction.deliveryDay().toString())
            .add("state", auction.state().code());
    if (auction.latestRunId() != null) {
      payload.add("runId", auction.latestRunId().toString());
    }
    return new DomainEvent(
        "auctions." + auction.marketCode(),
        auction.organizationId() == null ? null : new OrganizationId(auction.organizationId()),
        "auction",
        auction.id(),
        auction.version(),
        type,
        payload.build());
  }
}

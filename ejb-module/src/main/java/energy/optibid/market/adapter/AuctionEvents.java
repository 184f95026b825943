package energy.optibid.market.adapter;

import energy.optibid.market.AreaPrices;
import energy.optibid.market.Auction;
import energy.optibid.market.PriceTicks;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.OrganizationId;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the channels of the market say about auctions and prices. */
final class AuctionEvents {
  private AuctionEvents() {}

  static DomainEvent of(String type, Auction auction) {
    return new DomainEvent(
        "auctions." + auction.marketCode(),
        owner(auction.organizationId()),
        "auction",
        auction.id(),
        auction.version(),
        type,
        state(auction));
  }

  static JsonObject state(Auction auction) {
    JsonObjectBuilder state =
        Json.createObjectBuilder()
            .add("auctionId", auction.id().toString())
            .add("marketCode", auction.marketCode())
            .add("deliveryDay", auction.deliveryDay().toString())
            .add("session", auction.session())
            .add("firstBlock", auction.firstBlock())
            .add("state", auction.state().code());
    if (auction.exchangeId() != null) {
      state.add("exchangeId", auction.exchangeId().toString());
    }
    if (auction.latestRunId() != null) {
      state.add("runId", auction.latestRunId().toString());
    }
    return state.build();
  }

  static DomainEvent pricesPublished(AuctionFrame auction, UUID runId, AreaPrices area) {
    return new DomainEvent(
        PriceTicks.channel(auction.marketCode(), area.area()),
        owner(auction.organizationId()),
        "auction",
        auction.id(),
        // several areas of one run share the aggregate's version; each has a channel of its own
        0,
        "prices.published",
        prices(
            auction.id(),
            auction.exchangeId(),
            runId,
            auction.day().date(),
            auction.firstBlock(),
            area));
  }

  static JsonObject prices(Auction auction, AreaPrices area) {
    return prices(
        auction.id(),
        auction.exchangeId(),
        auction.latestRunId(),
        auction.deliveryDay(),
        auction.firstBlock(),
        area);
  }

  private static JsonObject prices(
      UUID auctionId,
      @Nullable UUID exchangeId,
      @Nullable UUID runId,
      LocalDate deliveryDay,
      int firstBlock,
      AreaPrices area) {
    JsonObjectBuilder data =
        Json.createObjectBuilder()
            .add("auctionId", auctionId.toString())
            .add("area", area.area())
            .add("deliveryDay", deliveryDay.toString())
            .add("firstBlock", firstBlock)
            .add("prices", array(area.prices()));
    if (exchangeId != null) {
      data.add("exchangeId", exchangeId.toString());
    }
    if (runId != null) {
      data.add("runId", runId.toString());
    }
    return data.build();
  }

  private static JsonArrayBuilder array(List<@Nullable BigDecimal> prices) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (BigDecimal price : prices) {
      if (price == null) {
        array.addNull();
      } else {
        array.add(price);
      }
    }
    return array;
  }

  private static @Nullable OrganizationId owner(@Nullable UUID organization) {
    return organization == null ? null : new OrganizationId(organization);
  }
}

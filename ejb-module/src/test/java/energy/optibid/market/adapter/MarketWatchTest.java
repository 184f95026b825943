package energy.optibid.market.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** India's day-ahead market: floor 0, cap 10,000 INR/MWh. */
class MarketWatchTest {
  private static final OrganizationId OWNER = new OrganizationId(Ids.next());

  private final List<DomainEvent> told = new ArrayList<>();
  private final MarketWatch watch = new MarketWatch(new ClassPathRulePacks().rules(), told::add);

  @Test
  void pricesAtTheCap_areToldOnce_withTheirFirstBlockAndNumber() {
    JsonArray prices =
        Json.createArrayBuilder()
            .add(9999)
            .add(new BigDecimal("10000.00"))
            .add(JsonValue.NULL)
            .add(10000)
            .build();
    publish("iex-dam", 5, prices);
    assertEquals(1, told.size());
    DomainEvent alert = told.get(0);
    assertEquals("market.alerts", alert.channel());
    assertEquals("price.at_limit", alert.type());
    assertEquals(OWNER, alert.organization());
    assertEquals("cap", alert.payload().getString("limit"));
    assertEquals("N2", alert.payload().getString("area"));
    assertEquals(6, alert.payload().getInt("firstBlock"));
    assertEquals(2, alert.payload().getInt("blocks"));
  }

  @Test
  void pricesAtTheFloor_areAnotherMatter() {
    publish("iex-dam", 1, Json.createArrayBuilder().add(0).add(10000).build());
    assertEquals(
        List.of("cap", "floor"),
        told.stream().map(alert -> alert.payload().getString("limit")).toList());
  }

  @Test
  void pricesBetween_orOfAMarketWithoutAPack_areNoNews() {
    publish("iex-dam", 1, Json.createArrayBuilder().add(1).add(9999.99).build());
    publish("nowhere", 1, Json.createArrayBuilder().add(0).build());
    assertEquals(List.of(), told);
  }

  private void publish(String market, int firstBlock, JsonArray prices) {
    UUID auction = Ids.next();
    watch.consume(
        new ConsumedEvent(
            Ids.next(),
            OWNER,
            "market.prices." + market + ".N2",
            "prices.published",
            "auction",
            auction,
            0,
            Instant.parse("2025-06-01T09:30:00Z"),
            null,
            Json.createObjectBuilder()
                .add("auctionId", auction.toString())
                .add("area", "N2")
                .add("deliveryDay", "2025-06-02")
                .add("firstBlock", firstBlock)
                .add("prices", prices)
                .build()));
  }
}

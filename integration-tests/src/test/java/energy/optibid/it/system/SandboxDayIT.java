package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A whole day on a sandbox of the simulated exchange, from the day-ahead bid to the last real-time
 * award, event by event; nothing is done by hand but the bids, and the money is added up again.
 */
@Tag("system")
class SandboxDayIT {
  private static final String AREA = "W2";
  private static final int SESSIONS = 48;

  @Test
  void fromTheDayAheadBidToTheLastRealTimeAward_theMoneyAddsUpToThePaisa() {
    try (SandboxDay day = SandboxDay.opened()) {
      String plant = day.asset("thermal", AREA, 400, 0);
      String load = day.asset("load", "N2", 0, 300);
      stand(day, plant, AREA, "sell", "[{\"price\":2600,\"quantity\":30.5}]");
      stand(day, load, "N2", "buy", "[{\"price\":9000,\"quantity\":12.3}]");

      day.advanceTo("sim-hpdam", 1, "open");
      day.bid(
          day.auction("sim-dam", 1),
          plant,
          AREA,
          "sell",
          "[{\"price\":2000,\"quantity\":0},{\"price\":2500,\"quantity\":150.1},"
              + "{\"price\":4500,\"quantity\":250}]");
      day.bid(
          day.auction("sim-dam", 1),
          load,
          "N2",
          "buy",
          "[{\"price\":8000,\"quantity\":50},{\"price\":2000,\"quantity\":180.7}]");

      day.advanceTo("sim-rtm", SESSIONS, "publish");

      for (String market : List.of("sim-dam", "sim-gdam", "sim-hpdam")) {
        assertEquals("published", day.auction(market, 1).getString("state"), market);
      }
      List<JsonObject> sessions = ofDay(day, "sim-rtm");
      assertEquals(SESSIONS, sessions.size());
      sessions.forEach(
          auction -> assertEquals("published", auction.getString("state"), "" + auction));
      addsUp(day);
    }
  }

  /** Every award at its area's price, every sum again from the awards. */
  private static void addsUp(SandboxDay day) {
    Map<String, BigDecimal> prices = prices(day);
    BigDecimal energy = BigDecimal.ZERO;
    BigDecimal money = BigDecimal.ZERO;
    Map<Integer, BigDecimal> moneyOfBlock = new HashMap<>();
    int awards = 0;
    int traded = 0;
    for (String market : List.of("sim-dam", "sim-gdam", "sim-hpdam", "sim-rtm")) {
      for (JsonObject auction : ofDay(day, market)) {
        for (JsonObject award :
            day.items("/api/v1/awards?limit=200&auctionId=" + auction.getString("id"))) {
          BigDecimal accepted = number(award, "acceptedMwh");
          BigDecimal price = number(award, "price");
          int block = award.getInt("block");
          assertEquals(
              0,
              price.compareTo(prices.get(market + award.getString("areaCode") + block)),
              "price of " + award);
          boolean sale = award.getString("side").equals("sell");
          BigDecimal due =
              price
                  .multiply(accepted)
                  .setScale(2, RoundingMode.HALF_EVEN)
                  .multiply(BigDecimal.valueOf(sale ? 1 : -1));
          assertEquals(0, due.compareTo(number(award, "amount")), "amount of " + award);
          assertEquals("final", award.getString("status"));
          energy = sale ? energy.subtract(accepted) : energy.add(accepted);
          money = money.add(due);
          moneyOfBlock.merge(block, due, BigDecimal::add);
          awards++;
          traded += accepted.signum();
        }
      }
    }
    assertEquals(2 * 96 + 2 * 96, awards, "an award per bid and block");
    assertTrue(traded > 96, "only " + traded + " awards traded anything");

    JsonObject position =
        day.trader.get(day.path() + "/days/" + day.day + "/position").expect(200).json();
    JsonObject totals = position.getJsonObject("totals");
    assertEquals(0, money.compareTo(number(totals, "amount")), money + " against " + totals);
    assertEquals(0, energy.compareTo(number(totals, "energyMwh")), energy + " against " + totals);
    for (JsonObject block : position.getJsonArray("blocks").getValuesAs(JsonObject.class)) {
      assertEquals(
          0,
          moneyOfBlock
              .getOrDefault(block.getInt("block"), BigDecimal.ZERO)
              .compareTo(number(block, "amount")),
          "money of " + block);
    }
    assertFalse(position.getJsonArray("assets").isEmpty());
  }

  /** Prices by market, area and block, as everybody sees them. */
  private static Map<String, BigDecimal> prices(SandboxDay day) {
    Map<String, BigDecimal> prices = new HashMap<>();
    JsonObject overview =
        day.trader.get(day.path() + "/days/" + day.day + "/overview").expect(200).json();
    for (JsonObject market : overview.getJsonArray("markets").getValuesAs(JsonObject.class)) {
      for (JsonObject area : market.getJsonArray("areas").getValuesAs(JsonObject.class)) {
        JsonArray series = area.getJsonArray("prices");
        assertEquals(96, series.size());
        for (int i = 0; i < series.size(); i++) {
          assertFalse(series.get(i).equals(JsonValue.NULL), "no price in block " + (i + 1));
          prices.put(
              market.getString("marketCode") + area.getString("area") + (i + 1),
              series.getJsonNumber(i).bigDecimalValue());
        }
      }
    }
    return prices;
  }

  private static void stand(SandboxDay day, String asset, String area, String side, String points) {
    day.trader
        .call(
            "PUT",
            day.path() + "/standing-bids/" + asset,
            "{\"areaCode\":\"%s\",\"side\":\"%s\",\"points\":%s}".formatted(area, side, points))
        .expect(200);
  }

  private static List<JsonObject> ofDay(SandboxDay day, String market) {
    return day
        .items("/api/v1/auctions?limit=200&exchangeId=" + day.id + "&marketCode=" + market)
        .stream()
        .filter(auction -> auction.getString("deliveryDay").equals(day.day))
        .toList();
  }

  private static BigDecimal number(JsonObject object, String name) {
    return object.getJsonNumber(name).bigDecimalValue();
  }
}

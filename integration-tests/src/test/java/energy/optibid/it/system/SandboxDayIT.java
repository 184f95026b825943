package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A whole day on a sandbox of the simulated exchange, from the day-ahead bid to the last real-time
 * award and the reading of the meters, event by event; nothing is done by hand but the bids, and
 * the money and the deviation are added up again.
 */
@Tag("system")
class SandboxDayIT {
  private static final String AREA = "W2";
  private static final int SESSIONS = 48;

  @Test
  void fromTheDayAheadBidToTheMeters_theMoneyAddsUpToThePaisaAndTheEnergyToTheLastDigit() {
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
      Map<String, BigDecimal> injections = addsUp(day);

      day.advanceTo("", 0, "meter");
      for (String market : List.of("sim-dam", "sim-gdam", "sim-hpdam", "sim-rtm")) {
        ofDay(day, market)
            .forEach(auction -> assertEquals("settled", auction.getString("state"), "" + auction));
      }
      for (String asset : List.of(plant, load)) {
        isMetered(day, asset, injections);
      }
    }
  }

  /** A reading in each block, and deviation as the reading less the awards. */
  private static void isMetered(SandboxDay day, String asset, Map<String, BigDecimal> injections) {
    JsonObject deviation =
        day.trader
            .get(
                "/api/v1/assets/%s/deviation?exchangeId=%s&day=%s"
                    .formatted(asset, day.id, day.day))
            .expect(200)
            .json();
    List<JsonObject> blocks = deviation.getJsonArray("blocks").getValuesAs(JsonObject.class);
    String first = blocks.get(0).getString("startsAt");
    String next = OffsetDateTime.parse(first).plusDays(1).toString();
    Map<Instant, BigDecimal> readings = new HashMap<>();
    for (JsonObject reading :
        day.items(
            "/api/v1/assets/%s/meter-readings?exchangeId=%s&from=%s&to=%s"
                .formatted(asset, day.id, encoded(first), encoded(next)))) {
      assertEquals("synthetic", reading.getString("quality"));
      assertEquals(15, reading.getInt("durationMinutes"));
      readings.put(
          OffsetDateTime.parse(reading.getString("startsAt")).toInstant(),
          number(reading, "injectionMwh"));
    }
    assertEquals(96, readings.size());
    assertEquals(96, blocks.size());
    assertEquals(96, deviation.getJsonObject("totals").getInt("meteredBlocks"));
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonObject block : blocks) {
      BigDecimal metered =
          readings.getOrDefault(
              OffsetDateTime.parse(block.getString("startsAt")).toInstant(), BigDecimal.ZERO);
      BigDecimal scheduled =
          injections.getOrDefault(asset + block.getInt("block"), BigDecimal.ZERO);
      assertEquals(0, scheduled.compareTo(number(block, "scheduledInjectionMwh")), "" + block);
      assertEquals(0, metered.compareTo(number(block, "meteredInjectionMwh")), "" + block);
      assertEquals(
          0, metered.subtract(scheduled).compareTo(number(block, "deviationMwh")), "" + block);
      sum = sum.add(metered.subtract(scheduled));
    }
    assertEquals(0, sum.compareTo(number(deviation.getJsonObject("totals"), "deviationMwh")));
    assertTrue(sum.signum() != 0, "a day that follows its schedule to the watt is not credible");
  }

  private static String encoded(String time) {
    return URLEncoder.encode(time, StandardCharsets.UTF_8);
  }

  /**
   * Every award at its area's price, every sum again from the awards.
   *
   * @return what each asset was to inject in each block, MWh, by asset and block
   */
  private static Map<String, BigDecimal> addsUp(SandboxDay day) {
    Map<String, BigDecimal> prices = prices(day);
    BigDecimal energy = BigDecimal.ZERO;
    BigDecimal money = BigDecimal.ZERO;
    Map<Integer, BigDecimal> moneyOfBlock = new HashMap<>();
    Map<String, BigDecimal> injections = new HashMap<>();
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
          injections.merge(
              award.getString("assetId") + block,
              sale ? accepted : accepted.negate(),
              BigDecimal::add);
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
    return injections;
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

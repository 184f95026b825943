package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The day-ahead auctions of a sandbox in their order, from the outside. */
@Tag("system")
class CarryOverIT {

  /**
   * GDAM never pays 9,999; what it leaves goes on to DAM, whose result says so and keeps its law.
   */
  @Test
  void unselectedVolumeGoesFromGdamToDam_andEachResultNamesItsRules() {
    try (SandboxDay day = SandboxDay.opened()) {
      String wind = day.asset("wind", "W2", 100, 0);
      day.advanceTo("sim-hpdam", 1, "open");
      JsonObject green = day.auction("sim-gdam", 1);
      String bid = day.bid(green, wind, "W2", "sell", "[{\"price\":9999,\"quantity\":40}]", true);
      assertTrue(day.trader.get("/api/v1/bids/" + bid).expect(200).json().getBoolean("carryOver"));
      day.advanceTo("sim-hpdam", 1, "clear");

      List<JsonObject> inGreen = awards(day, "sim-gdam", bid);
      List<JsonObject> inDayAhead = awards(day, "sim-dam", bid);
      assertEquals(96, inGreen.size());
      assertFalse(inGreen.get(0).containsKey("carriedFrom"));
      assertEquals(0, sum(inGreen).signum(), "nothing at that price");
      assertEquals(96, inDayAhead.size());
      for (JsonObject award : inDayAhead) {
        assertEquals("sim-gdam", award.getString("carriedFrom"));
        assertEquals(
            0, new BigDecimal("10").compareTo(award.getJsonNumber("offeredMwh").bigDecimalValue()));
      }
      assertEquals(List.of(), awards(day, "sim-hpdam", bid), "wind may not sell there");

      JsonObject auction = day.auction("sim-dam", 1);
      String run = "/api/v1/clearing-runs/" + auction.getString("latestRunId");
      JsonObject cleared = day.trader.get(run).expect(200).json();
      assertEquals("exchange", cleared.getString("priceSource"));
      JsonObject pack =
          day.trader.get("/api/v1/rule-packs/" + cleared.getString("rulePack")).expect(200).json();
      assertEquals("iex-dam", pack.getString("market"));
      assertEquals(cleared.getString("rulePack"), pack.getString("identity"));
      takenIsWhatGreenUsed(day, auction);
    }
  }

  private static void takenIsWhatGreenUsed(SandboxDay day, JsonObject dayAhead) {
    JsonArray green = links(day, day.auction("sim-gdam", 1));
    JsonArray after = links(day, dayAhead);
    boolean used = false;
    for (int i = 0; i < green.size(); i++) {
      JsonArray flows = green.getJsonObject(i).getJsonArray("flowMwh");
      JsonArray forward = after.getJsonObject(i).getJsonArray("forwardTakenMwh");
      JsonArray reverse = after.getJsonObject(i).getJsonArray("reverseTakenMwh");
      for (int block = 0; block < flows.size(); block++) {
        BigDecimal flow = flows.getJsonNumber(block).bigDecimalValue();
        BigDecimal taken =
            forward
                .getJsonNumber(block)
                .bigDecimalValue()
                .subtract(reverse.getJsonNumber(block).bigDecimalValue());
        assertEquals(0, flow.compareTo(taken), "link " + i + " block " + (block + 1));
        used |= flow.signum() != 0;
      }
    }
    assertTrue(used, "green power crosses no corridor at all");
  }

  @Test
  void whoMayNotSellThere_orHasNoNextAuction_isToldAtTheField() {
    try (SandboxDay day = SandboxDay.opened()) {
      String wind = day.asset("wind", "W2", 100, 0);
      day.advanceTo("sim-hpdam", 1, "open");
      JsonObject refused =
          day.trader
              .create(
                  "/api/v1/bids",
                  """
                  {"auctionId":"%s","assetId":"%s","areaCode":"W2","side":"sell",
                   "carryOver":true,
                   "blocks":[{"block":1,"points":[{"price":12000,"quantity":1}]}]}
                  """
                      .formatted(day.auction("sim-hpdam", 1).getString("id"), wind))
              .expect(422)
              .json();
      List<String> fields =
          refused.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
              .map(error -> error.getString("field") + " " + error.getString("code"))
              .toList();
      assertEquals(List.of("/assetId not_eligible", "/carryOver no_next_auction"), fields);
    }
  }

  private static JsonArray links(SandboxDay day, JsonObject auction) {
    return day.trader
        .get("/api/v1/clearing-runs/" + auction.getString("latestRunId") + "/flows")
        .expect(200)
        .json()
        .getJsonArray("links");
  }

  private static List<JsonObject> awards(SandboxDay day, String market, String bid) {
    UUID auction = UUID.fromString(day.auction(market, 1).getString("id"));
    return day.items("/api/v1/awards?limit=200&auctionId=%s&bidId=%s".formatted(auction, bid));
  }

  private static BigDecimal sum(List<JsonObject> awards) {
    return awards.stream()
        .map(award -> award.getJsonNumber("acceptedMwh").bigDecimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

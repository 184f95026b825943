package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The server and PostgreSQL are killed, not stopped, between submission and clearing and again
 * while the auction clears: what was acknowledged is neither lost nor doubled. Runs last, because
 * it kills the installation that the other tests use.
 */
@Tag("crash")
class CrashIT {
  private static final int BIDS = 5;
  private static final int MEGAWATTS = 100;

  private final KilledInstallation installation = KilledInstallation.underTest();

  @Test
  void killedBetweenSubmissionAndClearing_nothingAcknowledgedIsLostOrDoubled() {
    TradingDay day = TradingDay.imported();
    List<Acknowledged> before = new ArrayList<>();
    for (int i = 0; i < BIDS; i++) {
      before.add(submit(day));
    }
    JsonObject draft = day.owner.create("/api/v1/bids", allDay(day)).expect(201).json();

    installation.killAll();
    installation.start();

    for (Acknowledged bid : before) {
      JsonObject after = day.owner.get(bid.path()).expect(200).json();
      assertEquals(bid.answer(), after, "a submitted bid after the crash");
      assertEquals("acknowledged", after.getJsonObject("submission").getString("state"));
      assertEquals(
          bid.answer(),
          bid.submitAgain(day.owner).expect(200).json(),
          "the same request with the same key gets the same answer");
      assertEquals(1, items(day, bid.path() + "/versions").size(), "versions");
    }
    assertEquals("draft", day.owner.get(bidPath(draft)).expect(200).json().getString("state"));

    JsonObject run =
        day.owner.create(day.fill("/api/v1/auctions/{auction}/runs"), "").expect(202).json();
    installation.killAll();
    installation.start();
    day.finish(run.getString("jobId"));

    assertEquals(1, items(day, day.fill("/api/v1/auctions/{auction}/runs")).size(), "runs");
    JsonObject cleared =
        day.owner.get("/api/v1/clearing-runs/" + run.getString("id")).expect(200).json();
    assertTrue(cleared.getBoolean("verified"), cleared.toString());
    for (Acknowledged bid : before) {
      List<JsonObject> awards = items(day, bid.path() + "/awards");
      assertEquals(24, awards.size(), "one award per block");
      assertEquals(24, awards.stream().map(award -> award.getInt("block")).distinct().count());
      BigDecimal accepted =
          awards.stream()
              .map(award -> award.getJsonNumber("acceptedMwh").bigDecimalValue())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(0, accepted.compareTo(BigDecimal.valueOf(24L * MEGAWATTS)), "" + accepted);
    }
    assertEquals(List.of(), items(day, bidPath(draft) + "/awards"), "a draft is at no exchange");
  }

  private static Acknowledged submit(TradingDay day) {
    String path = bidPath(day.owner.create("/api/v1/bids", allDay(day)).expect(201).json());
    String tag = day.owner.get(path).expect(200).header("ETag");
    String key = UUID.randomUUID().toString();
    Acknowledged bid = new Acknowledged(path, tag, key, JsonValue.EMPTY_JSON_OBJECT);
    JsonObject answer = bid.submitAgain(day.owner).expect(200).json();
    assertNotEquals(JsonValue.NULL, answer.get("submission"));
    return new Acknowledged(path, tag, key, answer);
  }

  /** A sale at the floor in every block: accepted whatever the price. */
  private static String allDay(TradingDay day) {
    StringBuilder blocks = new StringBuilder();
    for (int block = 1; block <= 24; block++) {
      blocks
          .append(block == 1 ? "" : ",")
          .append(
              "{\"block\":%d,\"points\":[{\"price\":-500,\"quantity\":%d}]}"
                  .formatted(block, MEGAWATTS));
    }
    return day.fill(
        "{\"auctionId\":\"{auction}\",\"assetId\":\"{asset}\",\"areaCode\":\"NORD\",\"side\":\"sell\",\"blocks\":["
            + blocks
            + "]}");
  }

  private static String bidPath(JsonObject bid) {
    return "/api/v1/bids/" + bid.getString("id");
  }

  private static List<JsonObject> items(TradingDay day, String path) {
    return day.owner
        .get(path)
        .expect(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  /** A bid the venue acknowledged, with what is needed to ask for the same thing again. */
  private record Acknowledged(String path, String tag, String key, JsonObject answer) {
    Api.Answer submitAgain(Api owner) {
      return owner.call("POST", path + "/submit", null, "If-Match", tag, "Idempotency-Key", key);
    }
  }
}

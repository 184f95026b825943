package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exchange that everybody shares: it has a past, and one who runs it without reading bids. */
@Tag("system")
class SharedExchangeIT {
  private static final int FIRST_PAST = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Api operator = Api.as("market@platform");
  private final String path = "/api/v1/exchanges/" + shared().getString("id");

  @Test
  void theOperatorGivesItMorePast_daysThatAreThereStayAsTheyAre() {
    JsonObject first = awaitPast();
    int more = first.getInt("days") + 2;
    assertEquals(2, cleared(more));
    assertEquals(0, cleared(more));
    JsonObject exchange = shared();
    assertEquals(more, exchange.getJsonObject("history").getInt("cleared"));

    LocalDate oldest = LocalDate.parse(exchange.getString("firstDay")).minusDays(more);
    JsonArray prices = dayAheadPrices(oldest, "W2");
    assertEquals(96, prices.size());
    assertTrue(prices.stream().noneMatch(JsonValue.NULL::equals), "" + prices);
    assertTrue(dayAheadPrices(oldest.minusDays(1), "W2").isEmpty());
  }

  @Test
  void theOperatorReadsNoBidsAndATraderRunsNothing() {
    for (String bidders : new String[] {"/api/v1/bids", path + "/standing-bids"}) {
      assertEquals("forbidden", operator.get(bidders).expect(403).problem());
    }
    Api trader = Api.as("trader@demo");
    Answer refused = trader.create(path + "/history", "{\"days\":61}");
    assertEquals("forbidden", refused.expect(403).problem());
    assertEquals("forbidden", trader.post(path + "/advance", "").expect(403).problem());
  }

  @Test
  void aPastWithoutBoundsIsRefusedByItsField() {
    for (String days : new String[] {"{\"days\":0}", "{\"days\":1831}", "{}"}) {
      Answer refused = operator.create(path + "/history", days).expect(422);
      assertEquals("validation_failed", refused.problem());
      assertTrue(refused.body().contains("/days"), refused.body());
    }
  }

  private int cleared(int days) {
    String job =
        operator
            .create(path + "/history", "{\"days\":" + days + "}")
            .expect(202)
            .json()
            .getString("id");
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonObject now = operator.get("/api/v1/jobs/" + job).expect(200).json();
      switch (now.getString("state")) {
        case "succeeded" -> {
          return now.getJsonObject("result").getInt("daysCleared");
        }
        case "failed", "cancelled" -> throw new AssertionError(now);
        default -> LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
    throw new AssertionError("job " + job + " never ended");
  }

  /** The past that the first start clears. */
  private JsonObject awaitPast() {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonObject history = shared().getJsonObject("history");
      if (history.getString("state").equals("done")) {
        assertTrue(history.getInt("cleared") >= FIRST_PAST, "" + history);
        return history;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new AssertionError("the past is not there: " + shared());
  }

  private JsonObject shared() {
    return operator
        .get("/api/v1/exchanges")
        .expect(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(exchange -> exchange.getString("scope").equals("shared"))
        .findFirst()
        .orElseThrow();
  }

  private JsonArray dayAheadPrices(LocalDate day, String area) {
    return operator
        .get(path + "/days/" + day + "/overview")
        .expect(200)
        .json()
        .getJsonArray("markets")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(market -> market.getString("marketCode").equals("sim-dam"))
        .flatMap(market -> market.getJsonArray("areas").getValuesAs(JsonObject.class).stream())
        .filter(of -> of.getString("area").equals(area))
        .map(of -> of.getJsonArray("prices"))
        .findFirst()
        .orElse(JsonValue.EMPTY_JSON_ARRAY);
  }
}

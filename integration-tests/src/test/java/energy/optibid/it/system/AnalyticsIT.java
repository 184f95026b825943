package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Analyses of a day that was really cleared, over the wire. */
@Tag("system")
class AnalyticsIT {
  private static final String DAY = "from=2025-06-01T22:00:00Z&to=2025-06-02T22:00:00Z";
  private static final String NORD = "?marketCode=gme-mgp&area=NORD&source=cleared&" + DAY;
  private static final String PERFORMANCE =
      "/api/v1/analytics/performance?marketCode=gme-mgp&" + DAY;

  @Test
  void theFiguresAreThoseOfTheRun() {
    List<JsonObject> before = items(Api.as(TradingDay.OWNER), PERFORMANCE);
    TradingDay day = TradingDay.traded();
    try {
      List<BigDecimal> prices =
          day.owner
              .get(day.fill("/api/v1/clearing-runs/{run}/export/prices"))
              .expect(200)
              .body()
              .lines()
              .filter(line -> line.contains(",NORD,"))
              .map(line -> new BigDecimal(line.split(",")[7]))
              .toList();
      JsonObject bucket =
          items(day.owner, "/api/v1/analytics/ohlc" + NORD + "&interval=day").get(0);
      assertEquals(prices.size(), bucket.getInt("blocks"));
      assertEquals(
          0,
          number(bucket, "high")
              .compareTo(prices.stream().max(BigDecimal::compareTo).orElseThrow()));
      assertEquals(0, number(bucket, "open").compareTo(prices.get(0)));
      JsonObject figures =
          day.owner
              .get(
                  "/api/v1/analytics/day?marketCode=gme-mgp&area=NORD&source=cleared&day=2025-06-02")
              .expect(200)
              .json()
              .getJsonObject("day");
      assertEquals(prices.size(), figures.getInt("blocks"));
      assertEquals(number(bucket, "mean"), number(figures, "mean"));
      assertEquals(number(bucket, "high"), number(figures.getJsonObject("high"), "price"));
      JsonObject distribution =
          day.owner
              .get("/api/v1/analytics/distribution" + NORD + "&quantiles=0")
              .expect(200)
              .json()
              .getJsonObject("distribution");
      assertEquals(prices.size(), distribution.getInt("blocks"));

      List<JsonObject> awards =
          items(day.owner, day.fill("/api/v1/awards?auctionId={auction}&runId={run}&limit=200"));
      List<JsonObject> after = items(day.owner, PERFORMANCE);
      assertEquals(
          sum(awards, "acceptedMwh"), sum(after, "awarded").subtract(sum(before, "awarded")));
      assertEquals(
          sum(awards, "offeredMwh"), sum(after, "offered").subtract(sum(before, "offered")));
    } finally {
      day.endSandbox();
    }
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    Api owner = Api.as(TradingDay.OWNER);
    assertEquals(
        List.of("?area", "?from", "?marketCode", "?to"),
        faults(owner.get("/api/v1/analytics/ohlc").expect(400).json()));
    assertEquals(
        List.of("?marketCode", "?quantiles", "?to"),
        faults(
            owner
                .get(
                    "/api/v1/analytics/distribution?marketCode=none&area=X&quantiles=2"
                        + "&from=2025-06-02T22:00:00Z&to=2025-06-01T22:00:00Z")
                .expect(422)
                .json()));
    assertEquals(
        List.of("?area", "?marketCode"),
        faults(owner.get("/api/v1/analytics/day").expect(400).json()));
    assertEquals(
        List.of("?day", "?marketCode"),
        faults(
            owner
                .get("/api/v1/analytics/day?marketCode=none&area=X&day=0001-01-01")
                .expect(422)
                .json()));
    assertEquals(
        List.of("?interval"),
        faults(owner.get("/api/v1/analytics/ohlc" + NORD + "&interval=week").expect(400).json()));
  }

  private static List<String> faults(JsonObject problem) {
    return problem.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(fault -> fault.getString("field"))
        .sorted()
        .collect(Collectors.toList());
  }

  private static List<JsonObject> items(Api caller, String path) {
    return caller.get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static BigDecimal number(JsonObject row, String name) {
    return row.getJsonNumber(name).bigDecimalValue();
  }

  private static BigDecimal sum(List<JsonObject> rows, String name) {
    return rows.stream()
        .map(row -> number(row, name))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(3);
  }
}

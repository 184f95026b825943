package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.gateway.adapter.StubExchange;
import energy.optibid.it.system.Failpoints.Failpoint;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server gets SIGKILL at a named place while a bid is on its way to an exchange outside.
 * Afterwards the bid is acknowledged, and took effect there once.
 */
@Tag("failpoints")
class ExchangeFailpointsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final KilledInstallation INSTALLATION =
      KilledInstallation.underTest().withFailpoints();
  private static final StubExchange EXCHANGE = new StubExchange();

  private static String auction = "";
  private static String asset = "";

  @BeforeAll
  static void connect() {
    Api owner = Api.as("owner@demo");
    String body =
        """
        {"operatorCode":"gme","kind":"http","memberId":"M1","url":"%s","secret":"%s"}
        """
            .formatted(EXCHANGE.url(), StubExchange.SECRET);
    Optional<JsonObject> known =
        items(owner, "/api/v1/exchange-connections").stream()
            .filter(connection -> connection.getString("operatorCode").equals("gme"))
            .findFirst();
    if (known.isPresent()) {
      String path = "/api/v1/exchange-connections/" + known.get().getString("id");
      owner
          .call("PUT", path, body, "If-Match", owner.get(path).expect(200).header("ETag"))
          .expect(200);
    } else {
      owner.create("/api/v1/exchange-connections", body).expect(201);
    }
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
    String existing = "/api/v1/auctions?marketCode=gme-mgp&day=" + day;
    auction =
        items(owner, existing).stream()
            .filter(found -> found.getString("clock").equals("wall"))
            .findFirst()
            .orElseGet(
                () ->
                    owner
                        .create(
                            "/api/v1/outside-auctions",
                            "{\"marketCode\":\"gme-mgp\",\"deliveryDay\":\"" + day + "\"}")
                        .expect(201)
                        .json())
            .getString("id");
    asset =
        items(owner, "/api/v1/assets?areaCode=NORD").stream()
            .filter(found -> found.getJsonNumber("maxInjectionMw").bigDecimalValue().signum() > 0)
            .findFirst()
            .orElseThrow()
            .getString("id");
  }

  @AfterAll
  static void close() {
    EXCHANGE.close();
  }

  static List<Failpoint> points() {
    return Failpoints.gateway();
  }

  @ParameterizedTest
  @MethodSource("points")
  void killedThere_theOrderIsAcknowledged_andTookEffectOnce(Failpoint failpoint) {
    InsistentTrader trader = new InsistentTrader(INSTALLATION, failpoint);
    try {
      String path =
          "/api/v1/bids/"
              + trader
                  .post(
                      "/api/v1/bids",
                      """
                      {"auctionId":"%s","assetId":"%s","areaCode":"NORD","side":"sell",
                       "blocks":[{"block":1,"points":[{"price":10,"quantity":1}]}]}
                      """
                          .formatted(auction, asset))
                  .expect(201)
                  .json()
                  .getString("id");
      String tag = trader.get(path).expect(200).header("ETag");
      trader.post(path + "/submit", "", "If-Match", tag).expect(200);
      trader.outliveTheServer();

      JsonObject submission = await(trader, path, "acknowledged");
      String reference = submission.getString("venueReference").substring("X-".length());
      assertTrue(EXCHANGE.held().contains(reference), reference);
      assertEquals(1, EXCHANGE.effects("held " + reference), reference);
      System.out.printf("%-26s %s in effect once%n", failpoint, reference);

      trader
          .post(path + "/cancel", "", "If-Match", trader.get(path).expect(200).header("ETag"))
          .expect(200);
      await(trader, path, "withdrawn");
      assertEquals(1, EXCHANGE.effects("withdrawn " + reference));
    } finally {
      trader.disarm();
    }
  }

  private static JsonObject await(InsistentTrader trader, String path, String state) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      JsonObject submission = trader.get(path).expect(200).json().getJsonObject("submission");
      if (submission.getString("state").equals(state)) {
        return submission;
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("still " + submission);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static List<JsonObject> items(Api api, String path) {
    return api.get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
  }
}

package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payara Server and Payara Micro on one database: a client cannot tell which of them it has. */
@Tag("nodes")
class TwoNodesIT {
  private static final String TRADER = SandboxDay.OWNER;
  private static final String POINTS = "[{\"price\":2500,\"quantity\":10}]";

  @ParameterizedTest
  @EnumSource(Node.class)
  void whatOneNodeDoes_isHeardAtBothWithTheSameNumbers(Node doer) {
    try (SandboxDay day = SandboxDay.openedBy(doer.as(TRADER));
        Live server = Node.SERVER.open(TRADER);
        Live micro = Node.MICRO.open(TRADER)) {
      for (Live live : List.of(server, micro)) {
        List.of("bids", "exchanges", "auctions.sim-dam").forEach(live::subscribe);
        live.untilPong();
      }
      day.advance();
      String auction = day.auction("sim-dam", 1).getString("id");
      assertEquals(
          numbered(server.updatesOf(auction, "auction.opened")),
          numbered(micro.updatesOf(auction, "auction.opened")));
      assertEquals(
          numbered(server.updatesOf(day.id, "exchange.event")),
          numbered(micro.updatesOf(day.id, "exchange.event")));

      String plant = day.asset("thermal", "W2", 100, 0);
      String bid = day.bid(day.auction("sim-dam", 1), plant, "W2", "sell", POINTS);
      List<String> atServer = numbered(server.updatesOf(bid, "bid.submitted"));
      assertEquals(atServer, numbered(micro.updatesOf(bid, "bid.submitted")));
      assertEquals(2, atServer.size(), "" + atServer);
    }
  }

  @ParameterizedTest
  @EnumSource(Node.class)
  void signedOutAtOneNode_isSignedOutAtTheOther(Node first) {
    String token = Api.freshTokenOf("viewer@demo");
    Api there = Api.withToken(token).at(first.url());
    Api other = Api.withToken(token).at(first.other().url());
    other.get("/api/v1/auth/me").expect(200);
    there.post("/api/v1/auth/logout", "").expect(204);
    there.get("/api/v1/auth/me").expect(401);
    Instant end = Instant.now().plusSeconds(10);
    while (other.get("/api/v1/auth/me").status() != 401) {
      assertTrue(Instant.now().isBefore(end), "still signed in at " + first.other());
      LockSupport.parkNanos(10_000_000);
    }
  }

  @ParameterizedTest
  @EnumSource(Node.class)
  void signedOutAtOneNode_socketsEndAtTheOther(Node first) {
    String token = Api.freshTokenOf("viewer@demo");
    try (Live live = Live.open(first.other().url(), token)) {
      live.untilPong();
      Api.withToken(token).at(first.url()).post("/api/v1/auth/logout", "").expect(204);
      assertEquals(4401, live.closeCode());
    }
  }

  @ParameterizedTest
  @EnumSource(Node.class)
  void priceToldToOneNode_isHeardAtTheOther(Node told) {
    try (Live there = told.other().open(TRADER)) {
      there.subscribe(MarketFeed.CHANNEL);
      assertEquals("snapshot", there.next().getString("type"));
      MarketFeed feed = MarketFeed.at(told.url());
      for (int i = 0; i < 3; i++) {
        there.untilTick(feed.tell());
      }
    }
  }

  /** What somebody uses at one node is missing at the other: they count together. */
  @Test
  void requestsOfBothNodes_countTogether() {
    String nobodyElse = "analyst@rival";
    Answer answer = upload(Node.SERVER.as(nobodyElse));
    long before = Long.parseLong(answer.header("RateLimit-Remaining"));
    for (int i = 0; i < 30; i++) {
      upload(Node.SERVER.as(nobodyElse));
      answer = upload(Node.MICRO.as(nobodyElse));
    }
    long used = before - Long.parseLong(answer.header("RateLimit-Remaining"));
    // of one node's alone there would be 30; those of the minute before fade meanwhile
    assertTrue(used > 50 && used <= 60, "of 60 requests " + used + " were counted");
  }

  /** Refused for who asks, and counted. */
  private static Answer upload(Api caller) {
    return caller
        .post("/api/v1/files", "--x--", "Content-Type", "multipart/form-data; boundary=x")
        .expect(403);
  }

  @Test
  void cutAtOneNode_goesOnAtTheOtherWithoutAGap() {
    try (SandboxDay day = SandboxDay.openedBy(Node.SERVER.as(TRADER))) {
      day.advance();
      JsonObject auction = day.auction("sim-dam", 1);
      String plant = day.asset("thermal", "W2", 100, 0);
      long seen;
      try (Live server = Node.SERVER.open(TRADER)) {
        server.subscribe("bids");
        server.untilPong();
        String bid = day.bid(auction, plant, "W2", "sell", POINTS);
        List<JsonObject> heard = server.updatesOf(bid, "bid.submitted");
        seen = sequence(heard.get(heard.size() - 1));
      }
      day.bid(auction, plant, "W2", "sell", POINTS);
      SandboxDay atMicro = day.seenBy(Node.MICRO.as(TRADER));
      atMicro.bid(auction, plant, "W2", "sell", POINTS);
      try (Live micro = Node.MICRO.open(TRADER)) {
        micro.resume("bids", seen);
        expect(micro, "bid.created", ++seen);
        expect(micro, "bid.submitted", ++seen);
        expect(micro, "bid.created", ++seen);
        expect(micro, "bid.submitted", ++seen);
        day.bid(auction, plant, "W2", "sell", POINTS);
        expect(micro, "bid.created", ++seen);
        expect(micro, "bid.submitted", ++seen);
      }
    }
  }

  private static void expect(Live live, String event, long sequence) {
    JsonObject update = live.next();
    assertEquals(event, update.getString("event", ""), update.toString());
    assertEquals(sequence, sequence(update), update.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/me",
        "/markets",
        "/markets/sim-dam/rules",
        "/assets?limit=5",
        "/auctions?limit=5",
        "/jobs?limit=5",
        "/audit",
        "/bids/01900000-0000-7000-8000-00000000dead",
        "/no/such/thing"
      })
  void answers_areTheSame(String path) {
    Answer server = Node.SERVER.as(TRADER).get("/api/v1" + path);
    Answer micro = Node.MICRO.as(TRADER).get("/api/v1" + path);
    assertEquals(server.status(), micro.status(), path);
    assertEquals(server.header("Content-Type"), micro.header("Content-Type"), path);
    assertEquals(withoutTrace(server.body()), withoutTrace(micro.body()), path);
    assertFalse(micro.body().contains("{}"), micro.body());
  }

  @Test
  void change_madeAtOne_isConditionalAtTheOther() {
    Api server = Node.SERVER.as(TRADER);
    Api micro = Node.MICRO.as(TRADER);
    String key = UUID.randomUUID().toString();
    String asset =
        "{\"name\":\"Shared %s\",\"type\":\"load\",\"marketCode\":\"sim-dam\",\"areaCode\":\"W2\",\"maxInjectionMw\":0,\"maxWithdrawalMw\":10}"
            .formatted(key);
    Answer made = server.post("/api/v1/assets", asset, "Idempotency-Key", key).expect(201);
    Answer again = micro.post("/api/v1/assets", asset, "Idempotency-Key", key).expect(201);
    assertEquals(made.body(), again.body(), "the same request at the other node");
    String path = "/api/v1/assets/" + made.json().getString("id");
    String tag = micro.get(path).expect(200).header("ETag");
    server.call("PUT", path, asset.replace("Shared", "Renamed"), "If-Match", tag).expect(200);
    assertEquals("precondition_failed", micro.call("PUT", path, asset, "If-Match", tag).problem());
  }

  @Test
  void session_begunAtOne_isRenewedAtTheOther() {
    String credentials =
        "{\"email\":\"analyst@demo.optibid.local\",\"password\":\"%s\"}".formatted(Api.password());
    String refresh =
        Api.anonymous()
            .post("/api/v1/auth/login", credentials)
            .expect(200)
            .json()
            .getString("refresh_token");
    String token =
        Api.anonymous()
            .at(Node.MICRO.url())
            .post("/api/v1/auth/refresh", "{\"refresh_token\":\"%s\"}".formatted(refresh))
            .expect(200)
            .json()
            .getString("access_token");
    assertEquals(
        "analyst",
        Api.withToken(token).get("/api/v1/auth/me").expect(200).json().getString("role"));
  }

  @Test
  void secondNode_openedNoSecondExchange() {
    long shared =
        Node.MICRO
            .as(TRADER)
            .get("/api/v1/exchanges")
            .expect(200)
            .json()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(exchange -> exchange.getString("scope").equals("shared"))
            .count();
    assertEquals(1, shared);
  }

  private static List<String> numbered(List<JsonObject> updates) {
    return updates.stream()
        .map(
            update ->
                update.getString("channel")
                    + " "
                    + sequence(update)
                    + " "
                    + update.getString("event"))
        .toList();
  }

  private static long sequence(JsonObject message) {
    return message.getJsonNumber("sequence").longValueExact();
  }

  private static String withoutTrace(String body) {
    return body.replaceAll("\"traceId\":\"[^\"]*\"", "");
  }
}

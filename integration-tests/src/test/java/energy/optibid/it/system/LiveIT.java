package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The WebSocket at exactly {@code /ws}: handshake, snapshot, live, resume. */
@Tag("system")
class LiveIT {

  @Test
  void handshake_answersTheBearerSubprotocol_andRefusesOthers() {
    try (Live live = Live.open(Api.tokenOf("trader@demo"))) {
      assertEquals("bearer", live.subprotocol());
    }
    CompletionException refused =
        assertThrows(CompletionException.class, () -> Live.open("abc.def.ghi").close());
    assertEquals(
        401,
        assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
            .getResponse()
            .statusCode());
  }

  @Test
  void nonsense_isAnsweredWithAnError_andTheSocketStays() {
    try (Live live = Live.open(Api.tokenOf("trader@demo"))) {
      live.say("{\"type\":\"shout\"}");
      assertEquals("malformed_request", live.next().getString("code"));
      live.subscribe("no.such.channel");
      JsonObject error = live.next();
      assertEquals("not_found", error.getString("code"));
      assertEquals("no.such.channel", error.getString("channel"));
      assertEquals("", live.untilPong());
    }
  }

  @Test
  void tokenOfSomebodyElse_closesTheSocket() {
    try (Live live = Live.open(Api.tokenOf("trader@demo"))) {
      live.say("{\"type\":\"auth\",\"token\":\"%s\"}".formatted(Api.tokenOf("viewer@demo")));
      assertEquals(4401, live.closeCode());
    }
  }

  @Test
  void missedEvents_areReplayedInOrder_thenLiveGoesOn() {
    TradingDay day = TradingDay.traded();
    day.reopen();
    String token = Api.tokenOf(TradingDay.OWNER);
    long seen;
    try (Live live = Live.open(token)) {
      live.subscribe("bids");
      JsonObject snapshot = live.next();
      assertEquals("snapshot", snapshot.getString("type"));
      seen = snapshot.getJsonNumber("sequence").longValueExact();
      assertTrue(seen > 0);
    }
    create(day);
    create(day);
    try (Live live = Live.open(token)) {
      live.resume("bids", seen);
      for (int i = 1; i <= 2; i++) {
        JsonObject update = live.next();
        assertEquals("update", update.getString("type"), update.toString());
        assertEquals(seen + i, update.getJsonNumber("sequence").longValueExact());
        assertEquals("bid.created", update.getString("event"));
        assertFalse(update.getString("at").isEmpty());
      }
      create(day);
      assertEquals(seen + 3, live.next().getJsonNumber("sequence").longValueExact());
    }
  }

  private static void create(TradingDay day) {
    day.owner.create("/api/v1/bids", day.bidBody()).expect(201);
  }
}

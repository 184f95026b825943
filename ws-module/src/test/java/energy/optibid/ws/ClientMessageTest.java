package energy.optibid.ws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.ws.ClientMessage.Subscribe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageTest {
  @Test
  void parse_subscribe_withAndWithoutSequence() {
    assertEquals(
        new Subscribe("market.prices.gme-mgp.NORD", null),
        ClientMessage.parse(
            "{\"type\":\"subscribe\",\"channel\":\"market.prices.gme-mgp.NORD\",\"id\":1}"));
    assertEquals(
        new Subscribe("bids", 42L),
        ClientMessage.parse("{\"type\":\"subscribe\",\"channel\":\"bids\",\"from\":42}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"shout\"}",
        "{\"type\":\"subscribe\"}",
        "{\"type\":\"subscribe\",\"channel\":\"bids'; drop\"}",
        "{\"type\":\"subscribe\",\"channel\":\"bids\",\"from\":-1}",
        "{\"type\":\"subscribe\",\"channel\":\"bids\",\"from\":1.5}",
        "{\"type\":\"subscribe\",\"channel\":\"bids\",\"from\":\"1\"}",
        "{\"type\":\"auth\"}"
      })
  void parse_anythingElse_isRefusedWithASentence(String text) {
    assertThrows(IllegalArgumentException.class, () -> ClientMessage.parse(text));
  }
}

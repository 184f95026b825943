package energy.optibid.stream.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.market.MarketFeed.FedPrice;
import energy.optibid.market.PriceTicks.Input;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedMessageTest {
  private static final Instant WRITTEN = Instant.parse("2026-06-30T13:00:00Z");

  @Test
  void aPriceKeepsItsDecimalsAndItsTimes() {
    assertEquals(
        new FedPrice(
            "gme-mgp",
            new Input(
                "NORD",
                OffsetDateTime.parse("2026-07-01T10:00:00+02:00"),
                new BigDecimal("112.3500"),
                OffsetDateTime.parse("2026-06-30T12:57:00Z"))),
        read(
            """
            {"marketCode": "gme-mgp", "area": "NORD", "startsAt": "2026-07-01T10:00:00+02:00",
             "price": 112.3500, "at": "2026-06-30T12:57:00Z", "sender": {"name": ["desk"]}}"""));
  }

  @Test
  void withoutAFeedTimeItIsWhenTheMessageWasWritten() {
    assertEquals(
        OffsetDateTime.parse("2026-06-30T13:00:00Z"),
        read("{\"marketCode\": \"gme-mgp\", \"price\": 1}").price().at());
  }

  @Test
  void whatIsNoSuchObjectIsRefusedByName() {
    assertEquals(" required", refusal(null));
    for (String text :
        new String[] {
          "", "no", "[1]", "{\"price\": 1", "{} {}", "{\"area\": \"A\", \"area\": \"B\"}"
        }) {
      assertEquals(" json", refusal(text), text);
    }
    assertEquals("/price number", refusal("{\"price\": \"12\"}"));
    assertEquals("/area text", refusal("{\"area\": 7}"));
    assertEquals("/startsAt time", refusal("{\"startsAt\": \"2026-07-01T10:00:00\"}"));
    assertEquals("/at text", refusal("{\"at\": null}"));
  }

  private static FedPrice read(@Nullable String text) {
    return new FeedMessage()
        .read(text == null ? null : text.getBytes(StandardCharsets.UTF_8), WRITTEN);
  }

  private static String refusal(@Nullable String text) {
    var fault = assertThrows(ProblemException.class, () -> read(text)).faults().get(0);
    return fault.field() + " " + fault.code();
  }
}

package energy.optibid.stream.domain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import energy.optibid.market.MarketFeed.FedPrice;
import energy.optibid.market.PriceTicks.Input;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of the market feed: {@code {"marketCode": "gme-mgp", "area": "NORD", "startsAt":
 * "2026-07-01T10:00:00+02:00", "price": 112.35, "at": "2026-06-30T12:57:00Z"}}. Other members are
 * left alone. One reader serves one batch, whose times repeat.
 */
public final class FeedMessage {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, OffsetDateTime> times = new HashMap<>();

  /**
   * Reads one.
   *
   * @param writtenAt when the message was written, the feed time of a message without {@code at}
   * @throws ProblemException {@code validation_failed} for what is no JSON object, or a member of
   *     the wrong type
   */
  public FedPrice read(byte @Nullable [] message, Instant writtenAt) {
    if (message == null) {
      throw refusal("", "required", "The message is empty.");
    }
    try (JsonParser json = JSON.createParser(message)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw refusal("", "json", "The message is no JSON object.");
      }
      return members(json, writtenAt);
    } catch (IOException e) {
      throw refusal("", "json", "The message is no JSON object.");
    }
  }

  private FedPrice members(JsonParser json, Instant writtenAt) throws IOException {
    String market = null;
    String area = null;
    OffsetDateTime startsAt = null;
    BigDecimal price = null;
    OffsetDateTime at = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      switch (name) {
        case "marketCode" -> market = text(json, token, name);
        case "area" -> area = text(json, token, name);
        case "startsAt" -> startsAt = time(text(json, token, name), name);
        case "at" -> at = time(text(json, token, name), name);
        case "price" -> {
          if (!token.isNumeric()) {
            throw refusal("/price", "number", "A price is a number.");
          }
          price = json.getDecimalValue();
        }
        default -> json.skipChildren();
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
      throw refusal("", "json", "The message is no JSON object.");
    }
    return new FedPrice(
        market,
        new Input(area, startsAt, price, at == null ? writtenAt.atOffset(ZoneOffset.UTC) : at));
  }

  private static String text(JsonParser json, JsonToken token, String name) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      throw refusal("/" + name, "text", "This is a text.");
    }
    return json.getText();
  }

  private OffsetDateTime time(String text, String name) {
    try {
      return times.computeIfAbsent(text, OffsetDateTime::parse);
    } catch (DateTimeException e) {
      throw refusal("/" + name, "time", "Give the time by ISO 8601 with offset.");
    }
  }

  private static ProblemException refusal(String field, String code, String sentence) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        "This message cannot be read.",
        List.of(new Fault(field, code, sentence)));
  }
}

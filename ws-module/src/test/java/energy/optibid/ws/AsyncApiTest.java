package energy.optibid.ws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.market.PriceTick;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.ChannelSource.Snapshot;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** {@code docs/asyncapi.yaml} against what the socket says and hears. */
class AsyncApiTest {
  private static final Map<?, ?> DOCUMENT = document();
  private static final Instant AT = Instant.parse("2025-06-02T06:00:00Z");

  private static final List<String> SAID =
      List.of(
          ServerMessage.snapshot("bids", new Snapshot(7, JsonValue.EMPTY_JSON_OBJECT)),
          ServerMessage.update(
              new LoggedEvent(
                  8,
                  UUID.randomUUID(),
                  null,
                  "bids",
                  "bid.created",
                  AT,
                  JsonObject.EMPTY_JSON_OBJECT)),
          ServerMessage.tick(
              UUID.randomUUID(),
              new PriceTick.Numbered(
                  1, new PriceTick("sim-dam", "N1", AT, new BigDecimal("4250.5"), AT))),
          ServerMessage.resync("bids"),
          ServerMessage.error("too_many", "At most 64.", "bids"),
          ServerMessage.PONG);

  private static final List<String> HEARD =
      List.of(
          "{\"type\":\"subscribe\",\"channel\":\"bids\",\"from\":7}",
          "{\"type\":\"unsubscribe\",\"channel\":\"bids\"}",
          "{\"type\":\"auth\",\"token\":\"abc\"}",
          "{\"type\":\"ping\"}");

  @Test
  void whatTheServerSays_isDescribed() {
    SAID.forEach(AsyncApiTest::assertDescribed);
    assertEquals(types(SAID), operation("tell"));
  }

  @Test
  void whatAClientMaySay_isDescribedAndUnderstood_andNothingElse() {
    for (String message : HEARD) {
      assertDescribed(message);
      String type = json(message).getString("type");
      String parsed = ClientMessage.parse(message).getClass().getSimpleName();
      assertTrue(parsed.equalsIgnoreCase(type), parsed + " for " + type);
    }
    assertEquals(types(HEARD), operation("say"));
    assertThrows(
        IllegalArgumentException.class, () -> ClientMessage.parse("{\"type\":\"snapshot\"}"));
  }

  /** Codes are words in the sources of this module, the first argument of an error. */
  @Test
  void everyErrorCode_isDescribed() throws IOException {
    Set<String> said = new TreeSet<>();
    Pattern error = Pattern.compile("ServerMessage\\.error\\(\\s*\"(\\w+)\"");
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/energy/optibid/ws"))) {
      for (Path source : sources.toList()) {
        Matcher codes = error.matcher(Files.readString(source));
        while (codes.find()) {
          said.add(codes.group(1));
        }
      }
    }
    assertEquals(said, new TreeSet<>(list(at("error", "payload", "properties", "code", "enum"))));
  }

  private static void assertDescribed(String text) {
    JsonObject message = json(text);
    String type = message.getString("type");
    Map<?, ?> properties = (Map<?, ?>) at(type, "payload", "properties");
    List<String> required = list(at(type, "payload", "required"));
    assertTrue(message.keySet().containsAll(required), type + " lacks some of " + required);
    assertTrue(
        properties.keySet().containsAll(message.keySet()),
        message.keySet() + " is more than " + properties.keySet());
  }

  private static Object at(String message, String... path) {
    Object found = get(get(get(DOCUMENT, "components"), "messages"), message);
    for (String name : path) {
      found = get(found, name);
    }
    return found;
  }

  private static Object get(Object map, String name) {
    Object found = ((Map<?, ?>) map).get(name);
    if (found == null) {
      throw new AssertionError("The document has no " + name + " in " + map);
    }
    return found;
  }

  private static Set<String> operation(String name) {
    Set<String> types = new TreeSet<>();
    for (Object reference : (List<?>) get(get(get(DOCUMENT, "operations"), name), "messages")) {
      String target = get(reference, "$ref").toString();
      types.add(target.substring(target.lastIndexOf('/') + 1));
    }
    return types;
  }

  private static Set<String> types(List<String> messages) {
    Set<String> types = new TreeSet<>();
    messages.forEach(message -> types.add(json(message).getString("type")));
    return types;
  }

  private static List<String> list(Object values) {
    return ((List<?>) values).stream().map(Object::toString).toList();
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Map<?, ?> document() {
    try {
      return new Yaml().load(Files.readString(Path.of("../docs/asyncapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

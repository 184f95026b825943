package energy.optibid.ws;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** What a client may say. */
public sealed interface ClientMessage {

  /**
   * @param from last seen sequence; null for a snapshot
   */
  record Subscribe(String channel, @Nullable Long from) implements ClientMessage {}

  /** No more of this channel. */
  record Unsubscribe(String channel) implements ClientMessage {}

  /** Are you there? */
  record Ping() implements ClientMessage {}

  /** A newer token of the same person. */
  record Auth(String token) implements ClientMessage {
    @Override
    public String toString() {
      return "Auth[…]";
    }
  }

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException with a sentence for the client
   */
  static ClientMessage parse(String text) {
    JsonObject message;
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      message = reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new IllegalArgumentException("A message is a JSON object.", e);
    }
    String type = text(message, "type");
    return switch (type) {
      case "subscribe" -> new Subscribe(channel(message), from(message));
      case "unsubscribe" -> new Unsubscribe(channel(message));
      case "ping" -> new Ping();
      case "auth" -> new Auth(text(message, "token"));
      default ->
          throw new IllegalArgumentException("type is one of subscribe, unsubscribe, ping, auth.");
    };
  }

  private static String channel(JsonObject message) {
    String channel = text(message, "channel");
    if (!channel.matches("[A-Za-z0-9._-]{1,120}")) {
      throw new IllegalArgumentException("channel is letters, digits, dots and hyphens.");
    }
    return channel;
  }

  private static @Nullable Long from(JsonObject message) {
    JsonValue from = message.get("from");
    if (from == null || from == JsonValue.NULL) {
      return null;
    }
    try {
      long sequence = ((JsonNumber) from).longValueExact();
      if (sequence >= 0) {
        return sequence;
      }
    } catch (ClassCastException | ArithmeticException e) {
      throw new IllegalArgumentException("from is a sequence number of ours.", e);
    }
    throw new IllegalArgumentException("from is a sequence number of ours.");
  }

  private static String text(JsonObject message, String name) {
    if (message.get(name) instanceof JsonString string) {
      return string.getString();
    }
    throw new IllegalArgumentException(name + " is missing or is not a string.");
  }
}

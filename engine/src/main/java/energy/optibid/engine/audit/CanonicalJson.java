package energy.optibid.engine.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text per JSON value, whatever its blanks, the order of its members or the way its numbers are
 * written: RFC 8785 with one difference, numbers are exact decimals in plain notation without
 * trailing zeros instead of binary floating point.
 */
public final class CanonicalJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Beyond this many places a number is written with an exponent, so that its text stays short. */
  private static final int LONGEST_PLAIN = 400;

  private CanonicalJson() {}

  /**
   * @throws IllegalArgumentException when the text is not exactly one JSON value
   */
  public static String of(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      require(parser.nextToken() != null);
      String canonical = value(parser);
      require(parser.nextToken() == null);
      return canonical;
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  /**
   * The members of an object, each value in canonical form.
   *
   * @throws IllegalArgumentException when the text is not exactly one JSON object
   */
  public static SortedMap<String, String> members(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      SortedMap<String, String> members = members(parser);
      require(parser.nextToken() == null);
      return members;
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  /** An object of values that are in canonical form already. */
  public static String object(Map<String, String> canonicalMembers) {
    StringBuilder out = new StringBuilder(256).append('{');
    for (Map.Entry<String, String> member : new TreeMap<>(canonicalMembers).entrySet()) {
      if (out.length() > 1) {
        out.append(',');
      }
      string(member.getKey(), out);
      out.append(':').append(member.getValue());
    }
    return out.append('}').toString();
  }

  /** A string, or {@code null} for null. */
  public static String string(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder out = new StringBuilder(text.length() + 2);
    string(text, out);
    return out.toString();
  }

  /**
   * The text of a canonical string value.
   *
   * @throws IllegalArgumentException when the value is no string
   */
  static String textOf(String canonical) {
    try (JsonParser parser = JSON.createParser(canonical)) {
      require(parser.nextToken() == JsonToken.VALUE_STRING);
      return parser.getText();
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  private static SortedMap<String, String> members(JsonParser parser) throws IOException {
    SortedMap<String, String> members = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static String value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(members(parser));
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> string(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getDecimalValue());
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "null";
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalArgumentException("not JSON: " + parser.currentToken());
    };
  }

  private static String array(JsonParser parser) throws IOException {
    StringBuilder out = new StringBuilder("[");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (out.length() > 1) {
        out.append(',');
      }
      out.append(value(parser));
    }
    return out.append(']').toString();
  }

  private static String number(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return Math.abs((long) stripped.scale()) > LONGEST_PLAIN
        ? stripped.unscaledValue() + "E" + -(long) stripped.scale()
        : stripped.toPlainString();
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 0xf, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void require(boolean asExpected) {
    if (!asExpected) {
      throw new IllegalArgumentException("not one JSON value of the expected kind");
    }
  }
}

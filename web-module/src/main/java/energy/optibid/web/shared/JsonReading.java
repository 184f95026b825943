package energy.optibid.web.shared;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body into a record and names <em>every</em> fault of shape at once, each by its
 * JSON pointer: {@code unknown_field}, {@code wrong_type}, {@code required} (a component that is
 * not {@code @Nullable}), {@code unknown_value} (of an enumeration). The answer is 400 {@code
 * malformed_request}; what a value means is for the domain to judge.
 */
public final class JsonReading {
  /** Beyond this many digits, before or after the point, a number is no price and no quantity. */
  private static final int LONGEST_NUMBER = 30;

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private final List<Fault> faults = new ArrayList<>();

  private JsonReading() {}

  /**
   * Reads UTF-8 JSON into {@code type}, a record.
   *
   * @throws ProblemException {@code malformed_request}, with the position of a syntax error or the
   *     faults of shape
   */
  public static <T> T read(InputStream body, Class<T> type) {
    JsonReading reading = new JsonReading();
    Object value = reading.value(parse(body), type, "");
    if (!reading.faults.isEmpty() || value == null) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "The body does not have the expected shape.",
          reading.faults);
    }
    return type.cast(value);
  }

  private static JsonValue parse(InputStream body) {
    InputStreamReader text =
        new InputStreamReader(
            body,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (JsonReader reader = READERS.createReader(text)) {
      return reader.readValue();
    } catch (JsonParsingException e) {
      throw malformed(
          "The body is not JSON: error at line %d, column %d."
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    } catch (JsonException | IllegalStateException e) {
      String reason = e.getMessage() == null ? "" : e.getMessage();
      throw malformed(
          reason.contains("uplicate")
              ? "The body names a field twice: " + reason
              : "The body is empty, is not UTF-8 or is not JSON.");
    }
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemCode.MALFORMED_REQUEST, detail);
  }

  private @Nullable Object value(JsonValue json, Type type, String pointer) {
    if (type instanceof ParameterizedType parameterized) {
      return generic(json, parameterized, pointer);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted.isRecord()) {
      return json instanceof JsonObject object
          ? row(object, wanted, pointer)
          : wrong(pointer, "an object");
    }
    if (wanted == JsonObject.class) {
      return json instanceof JsonObject ? json : wrong(pointer, "an object");
    }
    if (wanted == Boolean.class || wanted == boolean.class) {
      return switch (json.getValueType()) {
        case TRUE -> true;
        case FALSE -> false;
        case STRING, NUMBER, NULL, ARRAY, OBJECT -> wrong(pointer, "true or false");
      };
    }
    if (wanted == BigDecimal.class) {
      return json instanceof JsonNumber number
          ? decimal(number, pointer)
          : wrong(pointer, "a number");
    }
    if (wanted == Integer.class || wanted == int.class) {
      BigDecimal whole = json instanceof JsonNumber number ? decimal(number, pointer) : null;
      try {
        return whole == null ? wrong(pointer, "a whole number") : whole.intValueExact();
      } catch (ArithmeticException e) {
        return wrong(pointer, "a whole number");
      }
    }
    if (wanted == Long.class || wanted == long.class) {
      BigDecimal whole = json instanceof JsonNumber number ? decimal(number, pointer) : null;
      try {
        return whole == null ? wrong(pointer, "a whole number") : whole.longValueExact();
      } catch (ArithmeticException e) {
        return wrong(pointer, "a whole number");
      }
    }
    return json instanceof JsonString string
        ? text(string.getString(), wanted, pointer)
        : wrong(pointer, "a string");
  }

  private @Nullable Object generic(JsonValue json, ParameterizedType type, String pointer) {
    if (type.getRawType() != List.class) {
      throw new IllegalStateException("No JSON form for " + type);
    }
    if (!(json instanceof JsonArray array)) {
      return wrong(pointer, "an array");
    }
    List<Object> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      Object item = value(array.get(i), type.getActualTypeArguments()[0], pointer + "/" + i);
      if (item != null) {
        items.add(item);
      }
    }
    return List.copyOf(items);
  }

  private @Nullable Object row(JsonObject object, Class<?> type, String pointer) {
    int before = faults.size();
    Set<String> unknown = new LinkedHashSet<>(object.keySet());
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = JsonShape.nameOf(components[i]);
      String at = pointer + "/" + name;
      unknown.remove(name);
      JsonValue json = object.get(name);
      if (json != null && json != JsonValue.NULL) {
        values[i] = value(json, components[i].getGenericType(), at);
      } else if (JsonShape.isNeverNull(components[i])) {
        faults.add(new Fault(at, "required", "This field is required."));
      }
    }
    for (String name : unknown) {
      String escaped = name.replace("~", "~0").replace("/", "~1");
      faults.add(new Fault(pointer + "/" + escaped, "unknown_field", "There is no such field."));
    }
    return faults.size() > before ? null : construct(type, components, values, pointer);
  }

  private @Nullable Object construct(
      Class<?> type, RecordComponent[] components, Object[] values, String pointer) {
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused
          && refused.getMessage() != null) {
        faults.add(new Fault(pointer, "invalid", refused.getMessage()));
        return null;
      }
      throw new IllegalStateException("Cannot make " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + type, e);
    }
  }

  private @Nullable BigDecimal decimal(JsonNumber number, String pointer) {
    BigDecimal value = number.bigDecimalValue();
    if (value.precision() > LONGEST_NUMBER || Math.abs((long) value.scale()) > LONGEST_NUMBER) {
      wrong(pointer, "a number of at most " + LONGEST_NUMBER + " digits");
      return null;
    }
    return value;
  }

  private @Nullable Object text(String text, Class<?> wanted, String pointer) {
    if (wanted == String.class) {
      return text.indexOf('\0') >= 0 ? wrong(pointer, "a string without NUL") : text;
    }
    try {
      if (wanted == UUID.class) {
        return text.length() == 36 ? UUID.fromString(text) : wrong(pointer, "a UUID");
      }
      if (wanted == LocalDate.class) {
        return LocalDate.parse(text);
      }
      if (wanted == OffsetDateTime.class) {
        return OffsetDateTime.parse(text);
      }
    } catch (DateTimeException e) {
      return wrong(pointer, wanted == LocalDate.class ? "a date YYYY-MM-DD" : "a time with offset");
    } catch (IllegalArgumentException e) {
      return wrong(pointer, "a UUID");
    }
    Object[] constants = wanted.getEnumConstants();
    if (constants == null) {
      throw new IllegalStateException("No JSON form for " + wanted);
    }
    List<String> words = new ArrayList<>(constants.length);
    for (Object constant : constants) {
      String word = JsonShape.wordOf((Enum<?>) constant);
      if (word.equals(text)) {
        return constant;
      }
      words.add(word);
    }
    String message = "Must be one of " + String.join(", ", words) + ".";
    faults.add(new Fault(pointer, "unknown_value", message));
    return null;
  }

  private @Nullable Object wrong(String pointer, String wanted) {
    boolean known = !faults.isEmpty() && faults.get(faults.size() - 1).field().equals(pointer);
    if (!known) {
      faults.add(new Fault(pointer, "wrong_type", "Must be " + wanted + "."));
    }
    return null;
  }
}

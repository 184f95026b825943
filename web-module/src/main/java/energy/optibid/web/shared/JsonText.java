package energy.optibid.web.shared;

import energy.optibid.shared.OrganizationId;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers as JSON text. Records become objects in the order of their components; decimals
 * are written in plain notation with their own scale (never {@code 1E+3}); instants become ISO 8601
 * with offset; enum constants are written in lower case. A null component is left out unless it
 * carries {@link JsonbNillable}; {@link JsonbProperty} renames one. Elements of lists keep their
 * nulls, because their position means something (block 1 is element 0).
 */
public final class JsonText {
  private static final ClassValue<Member[]> MEMBERS =
      new ClassValue<>() {
        @Override
        protected Member[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          Member[] members = new Member[components.length];
          for (int i = 0; i < components.length; i++) {
            components[i].getAccessor().setAccessible(true);
            members[i] = Member.of(components[i]);
          }
          return members;
        }
      };

  private final StringBuilder out = new StringBuilder(256);

  private JsonText() {}

  /**
   * The JSON text of {@code value}: a record, list, map, JSON value, number, string, time or null.
   */
  public static String of(@Nullable Object value) {
    JsonText text = new JsonText();
    text.write(value);
    return text.out.toString();
  }

  private void write(@Nullable Object value) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof CharSequence text) {
      string(text);
    } else if (value instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof OrganizationId organization) {
      string(organization.toString());
    } else if (value instanceof Record row) {
      object(row);
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof JsonValue json) {
      out.append(json);
    } else if (value instanceof Iterable<?> items) {
      array(items);
    } else if (value instanceof Enum<?> constant) {
      string(JsonShape.wordOf(constant));
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null));
    } else if (value instanceof Instant instant) {
      string(instant.atOffset(ZoneOffset.UTC).toString());
    } else if (value instanceof OffsetDateTime
        || value instanceof LocalDate
        || value instanceof ZoneId
        || value instanceof UUID) {
      string(value.toString());
    } else {
      throw new IllegalArgumentException("No JSON form for " + value.getClass().getName());
    }
  }

  private void object(Record row) {
    out.append('{');
    boolean first = true;
    for (Member member : MEMBERS.get(row.getClass())) {
      Object value = member.valueIn(row);
      if (value instanceof Optional<?> optional) {
        value = optional.orElse(null);
      }
      if (value == null && !member.nillable()) {
        continue;
      }
      if (!first) {
        out.append(',');
      }
      first = false;
      string(member.name());
      out.append(':');
      write(value);
    }
    out.append('}');
  }

  private void map(Map<?, ?> map) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      string(String.valueOf(entry.getKey()));
      out.append(':');
      write(entry.getValue());
    }
    out.append('}');
  }

  private void array(Iterable<?> items) {
    out.append('[');
    boolean first = true;
    for (Object item : items) {
      if (!first) {
        out.append(',');
      }
      first = false;
      write(item);
    }
    out.append(']');
  }

  private void string(CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c) && lone(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean lone(CharSequence text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }

  private record Member(String name, boolean nillable, RecordComponent component) {
    static Member of(RecordComponent component) {
      return new Member(JsonShape.nameOf(component), JsonShape.isNillable(component), component);
    }

    @Nullable Object valueIn(Record row) {
      try {
        return component.getAccessor().invoke(row);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("Cannot read " + name, e);
      }
    }
  }
}

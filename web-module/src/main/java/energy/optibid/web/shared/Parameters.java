package energy.optibid.web.shared;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads path and query parameters. A query parameter that cannot be read is a 400 that names it; a
 * path that cannot be read names nothing we have, so it is a 404.
 */
@Provider
public class Parameters implements ParamConverterProvider {
  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          UUID.class, new Kind("a UUID", Parameters::uuid),
          LocalDate.class, new Kind("a date YYYY-MM-DD", LocalDate::parse),
          OffsetDateTime.class, new Kind("a time with offset", OffsetDateTime::parse),
          Integer.class, new Kind("a whole number", Integer::valueOf),
          int.class, new Kind("a whole number", Integer::valueOf),
          Boolean.class, new Kind("true or false", Parameters::truth));

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Kind kind = KINDS.get(type);
    if (kind == null && type.isEnum()) {
      kind = enumeration(type);
    }
    return kind == null ? null : new Converter<>(kind, annotations);
  }

  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException(text);
    }
    return UUID.fromString(text);
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Kind enumeration(Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      words.add(JsonShape.wordOf((Enum<?>) constant));
    }
    return new Kind(
        "one of " + String.join(", ", words),
        text -> {
          int at = words.indexOf(text);
          if (at < 0) {
            throw new IllegalArgumentException(text);
          }
          return type.getEnumConstants()[at];
        });
  }

  private record Kind(String wanted, Function<String, Object> reading) {}

  private record Converter<T>(Kind kind, Annotation[] annotations) implements ParamConverter<T> {
    @Override
    @SuppressWarnings("unchecked") // the kind was looked up by T's class
    public @Nullable T fromString(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return (T) kind.reading().apply(text);
      } catch (RuntimeException e) {
        throw refused();
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }

    private RuntimeException refused() {
      String name = "";
      for (Annotation annotation : annotations) {
        if (annotation instanceof PathParam) {
          return new NotFoundException();
        }
        if (annotation instanceof QueryParam query) {
          name = "?" + query.value();
        }
      }
      return new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is wrong.",
          List.of(new Fault(name, "wrong_type", "Must be " + kind.wanted() + ".")));
    }
  }
}

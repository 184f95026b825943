package energy.optibid.web.shared;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How records look in JSON: one set of rules for reading, writing and describing. */
public final class JsonShape {
  private JsonShape() {}

  /** The component's name; {@link JsonbProperty} renames it. */
  public static String nameOf(RecordComponent component) {
    JsonbProperty renamed = component.getAccessor().getAnnotation(JsonbProperty.class);
    return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
  }

  /** The word of an enum constant: lower case. */
  public static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Whether null is written as null instead of being left out. */
  public static boolean isNillable(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonbNillable.class);
  }

  /** Whether null is impossible, so that the field is required. */
  public static boolean isNeverNull(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Whether the field is in every object. */
  public static boolean isAlwaysThere(RecordComponent component) {
    return isNeverNull(component) || isNillable(component);
  }
}

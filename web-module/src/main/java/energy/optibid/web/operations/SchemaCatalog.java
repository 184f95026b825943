package energy.optibid.web.operations;

import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.JsonShape;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the API, read off the records that are written and read: the same rules of names,
 * words and nullness as {@link energy.optibid.web.shared.JsonText}.
 */
final class SchemaCatalog {
  private final Map<String, Schema> schemas = new LinkedHashMap<>();

  /** Every record seen so far, by name. */
  Map<String, Schema> schemas() {
    return schemas;
  }

  /** The schema of {@code type}; records become references. */
  Schema of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, null);
    }
    return ofClass((Class<?>) type);
  }

  private Schema of(AnnotatedType type) {
    Schema schema =
        type.getType() instanceof ParameterizedType generic
            ? generic(generic, type)
            : ofClass((Class<?>) type.getType());
    return type.isAnnotationPresent(Nullable.class) && schema.getRef() == null
        ? schema.nullable(true)
        : schema;
  }

  private Schema generic(ParameterizedType type, @Nullable AnnotatedType annotated) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Page.class) {
      return page(arguments[0]);
    }
    Type last = arguments[arguments.length - 1];
    Schema element =
        annotated instanceof AnnotatedParameterizedType parts
            ? of(parts.getAnnotatedActualTypeArguments()[arguments.length - 1])
            : of(last);
    if (Map.class.isAssignableFrom(raw)) {
      return typed(Schema.SchemaType.OBJECT).additionalPropertiesSchema(element);
    }
    if (Iterable.class.isAssignableFrom(raw)) {
      return typed(Schema.SchemaType.ARRAY).items(element);
    }
    return raw.isRecord() ? ofClass(raw) : element;
  }

  private Schema page(Type item) {
    String name = nameOf((Class<?>) item) + "Page";
    if (!schemas.containsKey(name)) {
      schemas.put(name, OASFactory.createSchema());
      schemas.put(
          name,
          typed(Schema.SchemaType.OBJECT)
              .addProperty("items", typed(Schema.SchemaType.ARRAY).items(of(item)))
              .addProperty(
                  "nextCursor",
                  typed(Schema.SchemaType.STRING)
                      .description("Pass it as cursor for the next page; absent on the last."))
              .required(List.of("items")));
    }
    return reference(name);
  }

  private Schema ofClass(Class<?> type) {
    if (type == OrganizationId.class || type == UUID.class) {
      return typed(Schema.SchemaType.STRING).format("uuid");
    }
    if (type.isRecord()) {
      return row(type);
    }
    if (type.isSealed()) {
      return oneOf(type);
    }
    if (type.isEnum()) {
      List<Object> words = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        words.add(JsonShape.wordOf((Enum<?>) constant));
      }
      return typed(Schema.SchemaType.STRING).enumeration(words);
    }
    if (type == String.class || type == ZoneId.class) {
      return typed(Schema.SchemaType.STRING);
    }
    if (type == InputStream.class) {
      return typed(Schema.SchemaType.STRING).format("binary");
    }
    if (type == Instant.class || type == OffsetDateTime.class) {
      return typed(Schema.SchemaType.STRING).format("date-time");
    }
    if (type == LocalDate.class) {
      return typed(Schema.SchemaType.STRING).format("date");
    }
    if (type == BigDecimal.class) {
      return typed(Schema.SchemaType.NUMBER);
    }
    if (type == int.class || type == Integer.class) {
      return typed(Schema.SchemaType.INTEGER).format("int32");
    }
    if (type == long.class || type == Long.class) {
      return typed(Schema.SchemaType.INTEGER).format("int64");
    }
    if (type == boolean.class || type == Boolean.class) {
      return typed(Schema.SchemaType.BOOLEAN);
    }
    if (type == double.class || type == Double.class) {
      return typed(Schema.SchemaType.NUMBER).format("double");
    }
    if (InputStream.class.isAssignableFrom(type) || type == byte[].class) {
      return typed(Schema.SchemaType.STRING).format("binary");
    }
    if (JsonObject.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
      return typed(Schema.SchemaType.OBJECT).additionalPropertiesBoolean(true);
    }
    if (JsonValue.class.isAssignableFrom(type) || type == Object.class) {
      return OASFactory.createSchema();
    }
    throw new IllegalStateException("No schema for " + type);
  }

  /** A sealed type is one of its records; what tells them apart stands beside it. */
  private Schema oneOf(Class<?> type) {
    String name = nameOf(type);
    if (!schemas.containsKey(name)) {
      Schema schema = OASFactory.createSchema();
      schemas.put(name, schema);
      for (Class<?> record : type.getPermittedSubclasses()) {
        schema.addOneOf(ofClass(record));
      }
    }
    return reference(name);
  }

  private Schema row(Class<?> type) {
    String name = nameOf(type);
    if (!schemas.containsKey(name)) {
      Schema schema = typed(Schema.SchemaType.OBJECT);
      schemas.put(name, schema);
      List<String> required = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        schema.addProperty(JsonShape.nameOf(component), property(component));
        if (JsonShape.isAlwaysThere(component)) {
          required.add(JsonShape.nameOf(component));
        }
      }
      org.eclipse.microprofile.openapi.annotations.media.Schema said =
          type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
      if (said != null) {
        required.addAll(List.of(said.requiredProperties()));
      }
      if (!required.isEmpty()) {
        schema.required(required);
      }
    }
    return reference(name);
  }

  private Schema property(RecordComponent component) {
    org.eclipse.microprofile.openapi.annotations.media.Schema said =
        component
            .getAccessor()
            .getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    Schema schema =
        said == null || said.implementation() == Void.class
            ? of(component.getAnnotatedType())
            : ofClass(said.implementation());
    boolean nullable = JsonShape.isNillable(component);
    if (schema.getRef() != null) {
      return nullable ? OASFactory.createSchema().nullable(true).allOf(List.of(schema)) : schema;
    }
    if (said != null) {
      if (!said.description().isEmpty()) {
        schema.description(said.description());
      }
      if (!said.example().isEmpty()) {
        schema.example(said.example());
      }
      if (!said.format().isEmpty()) {
        schema.format(said.format());
      }
    }
    return schema.nullable(nullable ? true : null);
  }

  private static String nameOf(Class<?> type) {
    org.eclipse.microprofile.openapi.annotations.media.Schema said =
        type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    if (said != null && !said.name().isEmpty()) {
      return said.name();
    }
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
  }

  private static Schema typed(Schema.SchemaType type) {
    return OASFactory.createSchema().type(type);
  }

  static Schema reference(String name) {
    return OASFactory.createSchema().ref("#/components/schemas/" + name);
  }
}

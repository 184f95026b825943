package energy.optibid.assets.domain;

import energy.optibid.assets.AssetType;
import energy.optibid.assets.HydroScheme;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.shared.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Technical limits as JSON: an object of the record's components, decimals exact, the same in
 * requests and in storage.
 */
public final class LimitsCodec {
  private LimitsCodec() {}

  /** The record of a type's limits. */
  private static Class<? extends TechnicalLimits> recordOf(AssetType type) {
    return switch (type) {
      case SOLAR -> TechnicalLimits.Solar.class;
      case WIND -> TechnicalLimits.Wind.class;
      case THERMAL -> TechnicalLimits.Thermal.class;
      case HYDRO -> TechnicalLimits.Hydro.class;
      case NUCLEAR -> TechnicalLimits.Nuclear.class;
      case BATTERY -> TechnicalLimits.Battery.class;
      case LOAD -> TechnicalLimits.Load.class;
    };
  }

  /** As JSON text; what is null is left out. */
  public static String write(TechnicalLimits limits) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (RecordComponent component : limits.getClass().getRecordComponents()) {
      Object value = value(limits, component);
      if (value instanceof BigDecimal number) {
        json.add(component.getName(), number);
      } else if (value instanceof HydroScheme scheme) {
        json.add(component.getName(), scheme.code());
      }
    }
    return json.build().toString();
  }

  /** The limits that hold: what was stated, or else the type's defaults. */
  public static TechnicalLimits effective(
      AssetType type, @Nullable String stated, BigDecimal injection, BigDecimal withdrawal) {
    return stated == null ? DefaultLimits.of(type, injection, withdrawal) : read(type, stated);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException if it is not the limits of such an asset
   */
  static TechnicalLimits read(AssetType type, String text) {
    JsonObject json = JsonText.object(text);
    RecordComponent[] components = recordOf(type).getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = read(json.get(components[i].getName()));
    }
    return make(type, components, values);
  }

  private static TechnicalLimits make(
      AssetType type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      return recordOf(type).getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IllegalStateException("not the limits of a " + type.code() + " asset", e);
    }
  }

  private static @Nullable Object read(@Nullable JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    return value instanceof JsonString word ? scheme(word.getString()) : null;
  }

  static @Nullable HydroScheme scheme(String code) {
    for (HydroScheme scheme : HydroScheme.values()) {
      if (scheme.code().equals(code)) {
        return scheme;
      }
    }
    return null;
  }

  private static Object value(TechnicalLimits limits, RecordComponent component) {
    try {
      return component.getAccessor().invoke(limits);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}

package energy.optibid.shared;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/**
 * Builders of JSON for values of many parts. {@link Json}'s own methods look the provider up
 * through the class path at every call, which for a bid of 96 blocks took longer than everything
 * else that was done with it.
 */
public final class JsonBuilders {
  private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

  private JsonBuilders() {}

  /** A new object. */
  public static JsonObjectBuilder object() {
    return FACTORY.createObjectBuilder();
  }

  /** A new array. */
  public static JsonArrayBuilder array() {
    return FACTORY.createArrayBuilder();
  }
}

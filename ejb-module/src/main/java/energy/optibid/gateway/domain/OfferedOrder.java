package energy.optibid.gateway.domain;

import energy.optibid.shared.JsonText;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The most an order may be awarded, as it was told to the exchange.
 *
 * @param curves average MW by block of the curves
 * @param blockOrders the same by name of each block order
 */
public record OfferedOrder(
    Map<Integer, BigDecimal> curves, Map<String, Map<Integer, BigDecimal>> blockOrders) {

  public static OfferedOrder of(ExchangeMessage message) {
    JsonObject order = JsonText.object(message.body());
    Map<Integer, BigDecimal> curves = new TreeMap<>();
    for (JsonObject block : order.getJsonArray("blocks").getValuesAs(JsonObject.class)) {
      BigDecimal most = BigDecimal.ZERO;
      for (JsonObject point : block.getJsonArray("points").getValuesAs(JsonObject.class)) {
        most = most.max(point.getJsonNumber("quantity").bigDecimalValue());
      }
      curves.put(block.getInt("block"), most);
    }
    Map<String, Map<Integer, BigDecimal>> linked = new TreeMap<>();
    for (JsonObject one : order.getJsonArray("blockOrders").getValuesAs(JsonObject.class)) {
      Map<Integer, BigDecimal> profile = new TreeMap<>();
      for (JsonObject part : one.getJsonArray("profile").getValuesAs(JsonObject.class)) {
        profile.put(part.getInt("block"), part.getJsonNumber("quantity").bigDecimalValue());
      }
      linked.put(one.getString("id"), profile);
    }
    return new OfferedOrder(curves, linked);
  }

  /** What was offered there; empty where nothing was. */
  public Optional<BigDecimal> offered(String blockOrder, int block) {
    return Optional.ofNullable(
        blockOrder.isEmpty()
            ? curves.get(block)
            : blockOrders.getOrDefault(blockOrder, Map.of()).get(block));
  }
}

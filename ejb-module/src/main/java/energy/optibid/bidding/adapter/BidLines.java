package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidPoint;
import energy.optibid.shared.JsonBuilders;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The lines of a bid version as JSON values: its curves {@code {"1":[[price, MW], …], …}} and its
 * block orders {@code [{"id":…, "profile":[[1, MW], …], …}, …]}.
 */
final class BidLines {
  // A factory once: finding the JSON provider anew for each bid costs more than reading it.
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private BidLines() {}

  static String write(List<BidBlock> blocks) {
    return lines(blocks).toString();
  }

  static JsonObject lines(List<BidBlock> blocks) {
    JsonObjectBuilder lines = JsonBuilders.object();
    for (BidBlock block : blocks) {
      JsonArrayBuilder points = JsonBuilders.array();
      for (BidPoint point : block.points()) {
        points.add(JsonBuilders.array().add(point.price()).add(point.quantity()));
      }
      lines.add(Integer.toString(block.block()), points);
    }
    return lines.build();
  }

  /** Blocks by number; jsonb keeps its keys in an order of its own. */
  static List<BidBlock> read(String json) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      JsonObject lines = reader.readObject();
      return lines.keySet().stream()
          .map(number -> new BidBlock(Integer.parseInt(number), points(lines.getJsonArray(number))))
          .sorted(Comparator.comparingInt(BidBlock::block))
          .toList();
    }
  }

  private static List<BidPoint> points(JsonArray points) {
    return points.getValuesAs(JsonArray.class).stream()
        .map(
            point ->
                new BidPoint(
                    point.getJsonNumber(0).bigDecimalValue(),
                    point.getJsonNumber(1).bigDecimalValue()))
        .toList();
  }

  static String writeOrders(List<BidBlockOrder> orders) {
    return orders(orders).toString();
  }

  static JsonArray orders(List<BidBlockOrder> orders) {
    JsonArrayBuilder array = JsonBuilders.array();
    for (BidBlockOrder order : orders) {
      JsonArrayBuilder profile = JsonBuilders.array();
      for (BlockQuantity part : order.profile()) {
        profile.add(JsonBuilders.array().add(part.block()).add(part.quantity()));
      }
      JsonObjectBuilder object =
          JsonBuilders.object()
              .add("id", order.id())
              .add("profile", profile)
              .add("price", order.price())
              .add("ratio", order.minimumAcceptanceRatio())
              .add("flexible", order.flexible());
      if (order.parent() != null) {
        object.add("parent", order.parent());
      }
      if (order.exclusiveGroup() != null) {
        object.add("group", order.exclusiveGroup());
      }
      array.add(object);
    }
    return array.build();
  }

  /** In the order they were written. */
  static List<BidBlockOrder> readOrders(String json) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              object ->
                  new BidBlockOrder(
                      object.getString("id"),
                      object.getJsonArray("profile").getValuesAs(JsonArray.class).stream()
                          .map(
                              part ->
                                  new BlockQuantity(
                                      part.getInt(0), part.getJsonNumber(1).bigDecimalValue()))
                          .toList(),
                      object.getJsonNumber("price").bigDecimalValue(),
                      object.getJsonNumber("ratio").bigDecimalValue(),
                      object.getString("parent", null),
                      object.getString("group", null),
                      object.getBoolean("flexible")))
          .toList();
    }
  }
}

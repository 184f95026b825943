package energy.optibid.bidding.adapter;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidPoint;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;

/** The lines of a bid version as one JSON value: {@code {"1":[[price, MW], …], …}}. */
final class BidLines {
  private BidLines() {}

  static String write(List<BidBlock> blocks) {
    JsonObjectBuilder lines = Json.createObjectBuilder();
    for (BidBlock block : blocks) {
      JsonArrayBuilder points = Json.createArrayBuilder();
      for (BidPoint point : block.points()) {
        points.add(Json.createArrayBuilder().add(point.price()).add(point.quantity()));
      }
      lines.add(Integer.toString(block.block()), points);
    }
    return lines.build().toString();
  }

  /** Blocks by number; jsonb keeps its keys in an order of its own. */
  static List<BidBlock> read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
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
}

package energy.optibid.clearing.adapter;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.ReplayRequest;
import energy.optibid.clearing.ReplayRequest.BlockOrderChange;
import energy.optibid.clearing.ReplayRequest.Change;
import energy.optibid.clearing.ReplayRequest.Sweep;
import energy.optibid.clearing.ReplayRequest.SweepParameter;
import energy.optibid.shared.JsonBuilders;
import energy.optibid.shared.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a replay was asked, as one JSON value. */
final class ReplayJson {
  private ReplayJson() {}

  static String write(ReplayRequest request) {
    JsonArrayBuilder changes = JsonBuilders.array();
    request.changes().forEach(change -> changes.add(change(change)));
    JsonObjectBuilder json = JsonBuilders.object().add("changes", changes);
    Sweep sweep = request.sweep();
    if (sweep != null) {
      json.add(
          "sweep",
          text(
              JsonBuilders.object()
                  .add("change", sweep.change())
                  .add("parameter", sweep.parameter().name().toLowerCase(Locale.ROOT))
                  .add("from", sweep.from())
                  .add("to", sweep.to())
                  .add("step", sweep.step()),
              "blockOrder",
              sweep.blockOrder()));
    }
    return json.build().toString();
  }

  private static JsonObjectBuilder text(
      JsonObjectBuilder json, String name, @Nullable String value) {
    return value == null ? json : json.add(name, value);
  }

  private static JsonObjectBuilder change(Change change) {
    JsonObjectBuilder json = JsonBuilders.object();
    UUID bidId = change.bidId();
    if (bidId != null) {
      json.add("bidId", bidId.toString());
    }
    String area = change.areaCode();
    if (area != null) {
      json.add("areaCode", area);
    }
    BidSide side = change.side();
    if (side != null) {
      json.add("side", side.code());
    }
    if (change.withdraws()) {
      json.add("withdraw", true);
    }
    JsonArrayBuilder blocks = JsonBuilders.array();
    for (BidBlock block : change.blocks()) {
      JsonArrayBuilder points = JsonBuilders.array();
      for (BidPoint point : block.points()) {
        points.add(JsonBuilders.array().add(point.price()).add(point.quantity()));
      }
      blocks.add(JsonBuilders.array().add(block.block()).add(points));
    }
    json.add("blocks", blocks);
    if (!change.orders().isEmpty()) {
      JsonArrayBuilder orders = JsonBuilders.array();
      change.orders().forEach(order -> orders.add(order(order)));
      json.add("blockOrders", orders);
    }
    return json;
  }

  private static JsonObjectBuilder order(BlockOrderChange order) {
    JsonObjectBuilder json = JsonBuilders.object().add("id", order.id());
    if (order.withdraws()) {
      json.add("withdraw", true);
    }
    JsonArrayBuilder profile = JsonBuilders.array();
    for (BlockQuantity part : order.quantities()) {
      profile.add(JsonBuilders.array().add(part.block()).add(part.quantity()));
    }
    json.add("profile", profile);
    number(json, "price", order.price());
    number(json, "minimumAcceptanceRatio", order.minimumAcceptanceRatio());
    text(json, "parent", order.parent());
    text(json, "exclusiveGroup", order.exclusiveGroup());
    if (order.isFlexible()) {
      json.add("flexible", true);
    }
    return json;
  }

  private static void number(JsonObjectBuilder json, String name, @Nullable BigDecimal value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  static ReplayRequest read(String text) {
    JsonObject json = JsonText.object(text);
    List<Change> changes =
        json.getJsonArray("changes").getValuesAs(JsonObject.class).stream()
            .map(ReplayJson::change)
            .toList();
    return new ReplayRequest(changes, sweep(json.getJsonObject("sweep")));
  }

  private static @Nullable Sweep sweep(@Nullable JsonObject json) {
    if (json == null) {
      return null;
    }
    return new Sweep(
        json.getInt("change"),
        SweepParameter.valueOf(json.getString("parameter").toUpperCase(Locale.ROOT)),
        json.getJsonNumber("from").bigDecimalValue(),
        json.getJsonNumber("to").bigDecimalValue(),
        json.getJsonNumber("step").bigDecimalValue(),
        json.getString("blockOrder", null));
  }

  private static Change change(JsonObject json) {
    String bidId = json.getString("bidId", null);
    String side = json.getString("side", null);
    return new Change(
        bidId == null ? null : UUID.fromString(bidId),
        json.getString("areaCode", null),
        side == null ? null : BidSide.ofCode(side).orElseThrow(),
        json.getBoolean("withdraw", false) ? true : null,
        json.getJsonArray("blocks").getValuesAs(JsonArray.class).stream()
            .map(block -> new BidBlock(block.getInt(0), points(block.getJsonArray(1))))
            .toList(),
        json.containsKey("blockOrders")
            ? json.getJsonArray("blockOrders").getValuesAs(JsonObject.class).stream()
                .map(ReplayJson::order)
                .toList()
            : List.of());
  }

  private static BlockOrderChange order(JsonObject json) {
    return new BlockOrderChange(
        json.getString("id"),
        json.getBoolean("withdraw", false),
        json.getJsonArray("profile").getValuesAs(JsonArray.class).stream()
            .map(part -> new BlockQuantity(part.getInt(0), part.getJsonNumber(1).bigDecimalValue()))
            .toList(),
        number(json, "price"),
        number(json, "minimumAcceptanceRatio"),
        json.getString("parent", null),
        json.getString("exclusiveGroup", null),
        json.getBoolean("flexible", false));
  }

  private static @Nullable BigDecimal number(JsonObject json, String name) {
    return json.containsKey(name) ? json.getJsonNumber(name).bigDecimalValue() : null;
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

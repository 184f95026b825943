package energy.optibid.gateway.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.VenueOrder;
import energy.optibid.shared.JsonBuilders;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** An order as an exchange reads it: JSON, prices per MWh, quantities in MW. */
public final class OrderBody {
  private OrderBody() {}

  /**
   * @param member the organisation's name at the exchange
   * @param replaces our reference of the order whose place it takes; null where there is none
   */
  public static String of(VenueOrder order, String member, @Nullable String replaces) {
    BidContent content = order.content();
    JsonObjectBuilder json = JsonBuilders.object().add("reference", order.reference());
    if (replaces != null) {
      json.add("replaces", replaces);
    }
    return json.add("member", member)
        .add("market", order.auction().marketCode())
        .add("deliveryDay", order.auction().deliveryDay().toString())
        .add("session", order.auction().session())
        .add("area", content.areaCode())
        .add("side", content.side().code())
        .add("blocks", curves(content))
        .add("blockOrders", blockOrders(content))
        .build()
        .toString();
  }

  private static JsonArrayBuilder curves(BidContent content) {
    JsonArrayBuilder curves = JsonBuilders.array();
    for (BidBlock block : content.blocks()) {
      JsonArrayBuilder points = JsonBuilders.array();
      for (BidPoint point : block.points()) {
        points.add(
            JsonBuilders.object().add("price", point.price()).add("quantity", point.quantity()));
      }
      curves.add(JsonBuilders.object().add("block", block.block()).add("points", points));
    }
    return curves;
  }

  private static JsonArrayBuilder blockOrders(BidContent content) {
    JsonArrayBuilder orders = JsonBuilders.array();
    for (BidBlockOrder order : content.blockOrders()) {
      JsonArrayBuilder profile = JsonBuilders.array();
      for (BlockQuantity part : order.profile()) {
        profile.add(
            JsonBuilders.object().add("block", part.block()).add("quantity", part.quantity()));
      }
      JsonObjectBuilder json =
          JsonBuilders.object()
              .add("id", order.id())
              .add("profile", profile)
              .add("price", order.price())
              .add("minimumAcceptanceRatio", order.minimumAcceptanceRatio())
              .add("flexible", order.flexible());
      String parent = order.parent();
      if (parent != null) {
        json.add("parent", parent);
      }
      String group = order.exclusiveGroup();
      if (group != null) {
        json.add("exclusiveGroup", group);
      }
      orders.add(json);
    }
    return orders;
  }
}

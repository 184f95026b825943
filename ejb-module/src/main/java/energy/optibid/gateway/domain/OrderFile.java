package energy.optibid.gateway.domain;

import energy.optibid.shared.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order as a file: a record per point of its curves and per block of its block orders, prices
 * per MWh, quantities in MW. Columns that mean nothing to a record are empty.
 */
public final class OrderFile {
  private static final List<String> HEADER =
      List.of(
          "reference",
          "replaces",
          "member",
          "market",
          "delivery_day",
          "session",
          "area",
          "side",
          "order",
          "block",
          "price",
          "quantity",
          "minimum_acceptance_ratio",
          "parent",
          "exclusive_group",
          "flexible");

  private OrderFile() {}

  /** {@code <member>_<market>_<yyyyMMdd>_<reference>}, to which an ending is added. */
  public static String name(String member, ExchangeMessage order) {
    return String.join(
        "_",
        member,
        order.marketCode(),
        order.deliveryDay().format(DateTimeFormatter.BASIC_ISO_DATE),
        order.reference());
  }

  /** The order file's text. */
  public static String of(ExchangeMessage message) {
    JsonObject order = JsonText.object(message.body());
    StringBuilder text = new StringBuilder(CsvText.line(HEADER));
    for (JsonObject block : order.getJsonArray("blocks").getValuesAs(JsonObject.class)) {
      for (JsonObject point : block.getJsonArray("points").getValuesAs(JsonObject.class)) {
        text.append(record(order, "curve", block, point, List.of("", "", "", "")));
      }
    }
    for (JsonObject linked : order.getJsonArray("blockOrders").getValuesAs(JsonObject.class)) {
      List<String> terms =
          List.of(
              text(linked, "minimumAcceptanceRatio"),
              text(linked, "parent"),
              text(linked, "exclusiveGroup"),
              text(linked, "flexible"));
      for (JsonObject part : linked.getJsonArray("profile").getValuesAs(JsonObject.class)) {
        text.append(
            CsvText.line(
                joined(
                    head(order),
                    List.of(
                        text(linked, "id"),
                        text(part, "block"),
                        text(linked, "price"),
                        text(part, "quantity")),
                    terms)));
      }
    }
    return text.toString();
  }

  private static String record(
      JsonObject order, String name, JsonObject block, JsonObject point, List<String> terms) {
    return CsvText.line(
        joined(
            head(order),
            List.of(name, text(block, "block"), text(point, "price"), text(point, "quantity")),
            terms));
  }

  private static List<String> head(JsonObject order) {
    return List.of(
        text(order, "reference"),
        text(order, "replaces"),
        text(order, "member"),
        text(order, "market"),
        text(order, "deliveryDay"),
        text(order, "session"),
        text(order, "area"),
        text(order, "side"));
  }

  private static List<String> joined(List<String> head, List<String> order, List<String> terms) {
    return Stream.of(head, order, terms).flatMap(List::stream).toList();
  }

  private static String text(JsonObject json, String name) {
    JsonValue value = json.get(name);
    return value == null
        ? ""
        : value instanceof JsonString text ? text.getString() : value.toString();
  }
}

package energy.optibid.market.domain;

import energy.optibid.market.PriceTick;
import energy.optibid.shared.JsonBuilders;
import energy.optibid.shared.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What nodes say to each other about ticks, as JSON text.
 *
 * @param from the node that says it
 */
public record TickMessage(UUID from, Kind kind, List<PriceTick> ticks) {

  /** What is said. */
  public enum Kind {
    /** These came in just now. */
    TICKS,
    /** I listen from now on; tell me what I have missed. */
    HELLO,
    /** These are the newest that I know. */
    NEWEST
  }

  /** Well below what carriers take as one message. */
  private static final int MOST_TICKS = 2_000;

  public TickMessage {
    ticks = List.copyOf(ticks);
  }

  /**
   * Messages that say it: those of a channel in their order, none with ticks of two channels.
   * Nothing where there are no ticks.
   */
  public static List<TickMessage> split(UUID from, Kind kind, List<PriceTick> ticks) {
    Map<String, List<PriceTick>> channels =
        ticks.stream()
            .collect(
                Collectors.groupingBy(PriceTick::channel, LinkedHashMap::new, Collectors.toList()));
    List<TickMessage> messages = new ArrayList<>(channels.size());
    for (List<PriceTick> channel : channels.values()) {
      for (int start = 0; start < channel.size(); start += MOST_TICKS) {
        int end = Math.min(start + MOST_TICKS, channel.size());
        messages.add(new TickMessage(from, kind, channel.subList(start, end)));
      }
    }
    return messages;
  }

  /** What must stay in order: the channel of its ticks; without ticks, what the node says. */
  public String key() {
    return ticks.isEmpty() ? from.toString() : ticks.get(0).channel();
  }

  /** As the text of a message. */
  public String text() {
    JsonArrayBuilder array = JsonBuilders.array();
    for (PriceTick tick : ticks) {
      array.add(
          JsonBuilders.array()
              .add(tick.marketCode())
              .add(tick.area())
              .add(tick.startsAt().toString())
              .add(tick.price())
              .add(tick.at().toString()));
    }
    return JsonBuilders.object()
        .add("from", from.toString())
        .add("kind", kind.name())
        .add("ticks", array)
        .build()
        .toString();
  }

  /**
   * Reads a message.
   *
   * @throws RuntimeException when it is none
   */
  public static TickMessage of(String text) {
    JsonObject message = JsonText.object(text);
    return new TickMessage(
        UUID.fromString(message.getString("from")),
        Kind.valueOf(message.getString("kind")),
        message.getJsonArray("ticks").stream()
            .map(
                value -> {
                  var tick = value.asJsonArray();
                  return new PriceTick(
                      tick.getString(0),
                      tick.getString(1),
                      Instant.parse(tick.getString(2)),
                      tick.getJsonNumber(3).bigDecimalValue(),
                      Instant.parse(tick.getString(4)));
                })
            .toList());
  }
}

package energy.optibid.ws;

import energy.optibid.market.PriceTick;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.ChannelSource.Snapshot;
import energy.optibid.shared.JsonBuilders;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says, as JSON text. */
final class ServerMessage {
  static final String PONG = "{\"type\":\"pong\"}";

  private ServerMessage() {}

  static String snapshot(String channel, Snapshot snapshot) {
    return JsonBuilders.object()
        .add("type", "snapshot")
        .add("channel", channel)
        .add("sequence", snapshot.sequence())
        .add("data", snapshot.data())
        .build()
        .toString();
  }

  static String update(LoggedEvent event) {
    return update(event, event.sequence());
  }

  /**
   * An event of the whole platform inside an organisation's stream: it has no number there, so it
   * repeats the stream's last one.
   */
  static String update(LoggedEvent event, long sequence) {
    return JsonBuilders.object()
        .add("type", "update")
        .add("channel", event.channel())
        .add("sequence", sequence)
        .add("event", event.type())
        .add("data", event.payload())
        .add("at", event.at().toString())
        .build()
        .toString();
  }

  /** A price as a feed tells it now. Numbers that are missing were replaced by newer ticks. */
  static String tick(UUID epoch, PriceTick.Numbered numbered) {
    PriceTick tick = numbered.tick();
    return JsonBuilders.object()
        .add("type", "tick")
        .add("channel", tick.channel())
        .add("epoch", epoch.toString())
        .add("number", numbered.number())
        .add(
            "data",
            JsonBuilders.object()
                .add("startsAt", tick.startsAt().toString())
                .add("price", tick.price()))
        .add("at", tick.at().toString())
        .build()
        .toString();
  }

  /** Events were left out: subscribe again, without {@code from}. */
  static String resync(String channel) {
    return JsonBuilders.object().add("type", "resync").add("channel", channel).build().toString();
  }

  static String error(String code, String message, @Nullable String channel) {
    JsonObjectBuilder error =
        JsonBuilders.object().add("type", "error").add("code", code).add("message", message);
    if (channel != null) {
      error.add("channel", channel);
    }
    return error.build().toString();
  }
}

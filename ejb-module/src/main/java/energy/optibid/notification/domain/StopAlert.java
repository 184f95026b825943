package energy.optibid.notification.domain;

import energy.optibid.outbox.ConsumedEvent;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody is told when trading is stopped, when all is withdrawn, and when it goes on. */
final class StopAlert {
  private StopAlert() {}

  /** Empty where there is nothing to tell: a stop that found no bid at a venue. */
  static Optional<Alert> of(ConsumedEvent event) {
    JsonObject stop = event.payload();
    String subject = stop.getString("subjectName", "");
    return switch (event.type()) {
      case "trading.stopped" ->
          Optional.of(
              alert(
                  event,
                  "Trading of %s is stopped".formatted(subject),
                  "%s stopped it: %s Nothing more goes to a venue, and what is there is withdrawn."
                      .formatted(stop.getString("placedBy", ""), sentence(stop, "reason"))));
      case "trading.released" ->
          Optional.of(
              alert(
                  event,
                  "Trading of %s goes on".formatted(subject),
                  "%s released the stop: %s What was withdrawn stays withdrawn."
                      .formatted(
                          stop.getString("releasedBy", ""), sentence(stop, "releaseReason"))));
      default -> swept(event, subject);
    };
  }

  private static Optional<Alert> swept(ConsumedEvent event, String subject) {
    JsonObject stop = event.payload();
    int withdrawn = stop.getInt("withdrawn", 0);
    int askedBack = stop.getInt("askedBack", 0);
    int kept = stop.getInt("kept", 0);
    return withdrawn + askedBack + kept == 0
        ? Optional.empty()
        : Optional.of(
            alert(
                event,
                kept + askedBack == 0
                    ? "Bids of %s are withdrawn".formatted(subject)
                    : "Not all bids of %s are back".formatted(subject),
                "%d withdrawn, %d asked back and not answered, %d the venue keeps."
                    .formatted(withdrawn, askedBack, kept)));
  }

  private static Alert alert(ConsumedEvent event, String title, String text) {
    return new Alert(event.eventId().toString(), title, text, null, null, asset(event.payload()));
  }

  private static @Nullable UUID asset(JsonObject stop) {
    return stop.getString("scope", "").equals("asset")
        ? UUID.fromString(stop.getString("subjectId"))
        : null;
  }

  /** What somebody wrote, ended by a stop where it has none. */
  private static String sentence(JsonObject stop, String name) {
    String text = stop.getString(name, "");
    return text.matches("(?s).*[.!?]") ? text : text + ".";
  }
}

package energy.optibid.notification.domain;

import energy.optibid.shared.Fault;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of day as people write them, {@code HH:MM}. */
final class WallTime {
  private WallTime() {}

  /** The time, or null with a fault where the text is none; null where there is no text. */
  static @Nullable LocalTime read(String field, @Nullable String text, List<Fault> faults) {
    if (text == null) {
      return null;
    }
    if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
      faults.add(new Fault(field, "format", "Write a time of day as HH:MM."));
      return null;
    }
    return LocalTime.parse(text);
  }
}

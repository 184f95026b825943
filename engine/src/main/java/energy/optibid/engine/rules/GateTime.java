package energy.optibid.engine.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment before delivery in the market's local time, written {@code D-1 12:00}.
 *
 * @param daysBefore whole days before the delivery day
 * @param time local time on that day
 */
public record GateTime(int daysBefore, LocalTime time) {
  private static final Pattern FORM = Pattern.compile("D-(\\d{1,3}) (\\d\\d:\\d\\d)");

  /**
   * @throws IllegalArgumentException when the text has another form
   */
  public static GateTime parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a gate time looks like 'D-1 12:00'");
    }
    try {
      return new GateTime(Integer.parseInt(matcher.group(1)), LocalTime.parse(matcher.group(2)));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a gate time looks like 'D-1 12:00'", e);
    }
  }

  /** The instant this gate has for a delivery day. */
  public Instant before(LocalDate deliveryDay, ZoneId zone) {
    return deliveryDay.minusDays(daysBefore).atTime(time).atZone(zone).toInstant();
  }
}

package energy.optibid.engine.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment before delivery: a local time some days before, written {@code D-1 12:00}, or minutes
 * before the first block of a session, written {@code S-60min}.
 */
public sealed interface GateTime {
  /** The instant it has for a session of a delivery day. */
  Instant before(LocalDate deliveryDay, ZoneId zone, Instant sessionStart);

  /**
   * @throws IllegalArgumentException when the text has another form
   */
  static GateTime parse(String text) {
    Matcher ofDay = BeforeDay.FORM.matcher(text);
    Matcher ofSession = BeforeSession.FORM.matcher(text);
    try {
      if (ofDay.matches()) {
        return new BeforeDay(Integer.parseInt(ofDay.group(1)), LocalTime.parse(ofDay.group(2)));
      }
      if (ofSession.matches()) {
        return new BeforeSession(Duration.ofMinutes(Integer.parseInt(ofSession.group(1))));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a gate time looks like 'D-1 12:00' or 'S-60min'", e);
    }
    throw new IllegalArgumentException("a gate time looks like 'D-1 12:00' or 'S-60min'");
  }

  /**
   * @param daysBefore whole days before the delivery day
   * @param time local time on that day
   */
  record BeforeDay(int daysBefore, LocalTime time) implements GateTime {
    private static final Pattern FORM = Pattern.compile("D-(\\d{1,3}) (\\d\\d:\\d\\d)");

    @Override
    public Instant before(LocalDate deliveryDay, ZoneId zone, Instant sessionStart) {
      return deliveryDay.minusDays(daysBefore).atTime(time).atZone(zone).toInstant();
    }
  }

  /**
   * @param lead before the session's first block
   */
  record BeforeSession(Duration lead) implements GateTime {
    private static final Pattern FORM = Pattern.compile("S-(\\d{1,4})min");

    @Override
    public Instant before(LocalDate deliveryDay, ZoneId zone, Instant sessionStart) {
      return sessionStart.minus(lead);
    }
  }
}

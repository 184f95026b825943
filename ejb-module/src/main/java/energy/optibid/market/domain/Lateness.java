package energy.optibid.market.domain;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** By how much somebody came too late, in words. */
final class Lateness {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ENGLISH);

  private static final int MILLIS_PER_TENTH = 100;

  private Lateness() {}

  /**
   * For instance {@code " closed 00:00:03.2 ago at 12:00:00 IST."}; longer than a day ago it names
   * the days.
   *
   * @param late negative where the gate closed before its time
   */
  static String sentence(ZonedDateTime closed, Duration late) {
    return late.isNegative()
        ? " is closed before its time, which is " + MOMENT.format(closed) + "."
        : " closed " + margin(late) + " ago at " + MOMENT.format(closed) + ".";
  }

  /**
   * Hours, minutes, seconds and tenths, cut off, so that nobody is told to be later than he was.
   */
  static String margin(Duration late) {
    String time =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d.%d",
            late.toHoursPart(),
            late.toMinutesPart(),
            late.toSecondsPart(),
            late.toMillisPart() / MILLIS_PER_TENTH);
    long days = late.toDays();
    return days == 0 ? time : days + (days == 1 ? " day " : " days ") + time;
  }
}

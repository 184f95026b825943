package energy.optibid.engine.market.history;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/**
 * ISO 8601 times with offset as seconds since 1970. Millions of lines are written {@code
 * 2021-04-01T00:15:00+05:30}; that form is read digit by digit, any other by the JDK.
 */
final class InstantText {
  private static final int DATE = 10;

  private String date = "";
  private long dateSeconds;

  /** The instant, or empty when the text is none. */
  OptionalLong seconds(String text) {
    if (isPlain(text)) {
      int hour = digits(text, 11);
      int minute = digits(text, 14);
      int second = digits(text, 17);
      int offset = offset(text);
      if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60) {
        if (!text.regionMatches(0, date, 0, DATE)) {
          readDate(text.substring(0, DATE));
        }
        if (!date.isEmpty() && offset != Integer.MIN_VALUE) {
          return OptionalLong.of(dateSeconds + hour * 3600L + minute * 60L + second - offset);
        }
      }
    }
    try {
      return OptionalLong.of(OffsetDateTime.parse(text).toEpochSecond());
    } catch (DateTimeParseException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean isPlain(String text) {
    int length = text.length();
    return (length == 25 || length == 20)
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private void readDate(String text) {
    try {
      dateSeconds = LocalDate.parse(text).toEpochDay() * 86_400L;
      date = text;
    } catch (DateTimeParseException e) {
      date = "";
    }
  }

  private static int digits(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private static int offset(String text) {
    char sign = text.charAt(19);
    if (text.length() == 20) {
      return sign == 'Z' ? 0 : Integer.MIN_VALUE;
    }
    int hours = digits(text, 20);
    int minutes = digits(text, 23);
    if ((sign != '+' && sign != '-')
        || text.charAt(22) != ':'
        || hours < 0
        || hours > 17
        || minutes < 0
        || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return sign == '+' ? seconds : -seconds;
  }
}

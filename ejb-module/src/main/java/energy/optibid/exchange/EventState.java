package energy.optibid.exchange;

import java.util.Locale;

/** How far an event's work is. */
public enum EventState {
  PENDING,
  DONE,
  /** It was tried in vain and will be tried again. */
  FAILED;

  /** Name in answers and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EventState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

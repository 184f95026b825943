package energy.optibid.exchange;

import java.util.Locale;

/** How an exchange's time passes. */
public enum ClockMode {
  /** It is the wall clock. */
  WALL,
  /** It runs at its speed. */
  RUNNING,
  /** It stands still until somebody starts it or advances to the next event. */
  PAUSED;

  /** Name in answers and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClockMode ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

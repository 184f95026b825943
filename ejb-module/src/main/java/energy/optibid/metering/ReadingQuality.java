package energy.optibid.metering;

import java.util.Locale;

/** How a reading came about. */
public enum ReadingQuality {
  /** A meter counted it. */
  MEASURED,
  /** Somebody estimated it because no meter did. */
  ESTIMATED,
  /** A simulated exchange made it. */
  SYNTHETIC;

  /** Name in answers and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReadingQuality ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

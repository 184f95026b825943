package energy.optibid.exchange;

import java.util.Locale;

/** What the calendar demands. Of several at one moment the first here goes first. */
public enum EventKind {
  /** The gate closes. */
  CLOSE,
  /** The auction is cleared; its result is provisional. */
  CLEAR,
  /** The result is final. */
  PUBLISH,
  /** The gate opens. */
  OPEN,
  /** Standing bids are placed in the auction that has just opened. */
  STANDING,
  /** The meters of the day that has ended are read, and its auctions are settled. */
  METER;

  /** Name in answers and in the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EventKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

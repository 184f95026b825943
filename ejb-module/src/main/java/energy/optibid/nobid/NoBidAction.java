package energy.optibid.nobid;

import java.util.Locale;

/** What is done where an asset has no bid at the venue. */
public enum NoBidAction {
  /** A template is sent. */
  DEFAULT,
  /** The bid of the market's auction before is repeated, block for block. */
  LAST,
  /** Nothing; everybody is told. */
  NONE;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NoBidAction ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package energy.optibid.risk;

import java.util.Locale;

/** Whose bids a limit adds up. */
public enum LimitSubject {
  ORGANIZATION,
  /** Whoever wrote the version. */
  TRADER,
  ASSET,
  MARKET;

  /** Name in tables and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static LimitSubject ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package energy.optibid.market;

import java.util.Locale;

/** Where a price came from. */
public enum PriceSource {
  /** One of our clearing runs. */
  CLEARED,
  /** The market's own publication. */
  PUBLISHED;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The source of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PriceSource ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package energy.optibid.stops;

import java.util.Locale;

/** Whose trading a stop ends. */
public enum StopScope {
  /** Bids of one asset, whoever wrote them. */
  ASSET,
  /** Bids that one person wrote or submitted, and whatever that person submits. */
  TRADER,
  /** Every bid of the organisation. */
  ORGANIZATION;

  /** The word used in the API and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static StopScope ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package energy.optibid.market;

import java.util.Locale;

/** Where an auction stands, in the order an auction normally goes through. */
public enum AuctionState {
  /** The gate has not opened yet. */
  SCHEDULED,
  /** Bids are taken. */
  OPEN,
  /** The gate has closed; bids are final. */
  CLOSED,
  /**
   * There is a result that is not final: of a clearing run, or an exchange outside told it
   * provisionally.
   */
  CLEARED,
  /** The result is known to everybody it concerns. */
  PUBLISHED,
  /** Money is final. */
  SETTLED;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static AuctionState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package energy.optibid.market;

import java.util.Locale;

/** Who takes part in an auction. */
public enum AuctionScope {
  /** A simulated or real exchange: everybody's bids. */
  SHARED,
  /** One organisation's own copy of an imported day. */
  SANDBOX;

  /** The name used in the API and in storage: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

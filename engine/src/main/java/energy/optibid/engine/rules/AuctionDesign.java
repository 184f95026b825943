package energy.optibid.engine.rules;

import java.util.Locale;

/** How a market finds its prices, which decides what its rule pack must say. */
public enum AuctionDesign {
  /** Closed auctions of buy and sell curves over the periods of a delivery day. */
  DOUBLE_SIDED,
  /** Contracts with gates of their own, each a reverse auction or traded continuously. */
  TERM_AHEAD;

  /** The name used in files and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

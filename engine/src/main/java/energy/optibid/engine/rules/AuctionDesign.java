package energy.optibid.engine.rules;

import java.util.Locale;

/** How prices come about, which decides what a rule pack must say. */
public enum AuctionDesign {
  /** Closed auctions of buy and sell curves over the periods of a delivery day. */
  DOUBLE_SIDED,
  /** Contracts with gates of their own, each a reverse auction or traded continuously. */
  TERM_AHEAD,
  /** No market: what a deviation from the schedule costs, and the charges beside it. */
  DEVIATION_SETTLEMENT;

  /** The name used in files and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

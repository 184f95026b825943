package energy.optibid.market;

/**
 * A place with a price of its own.
 *
 * @param code unique in its market, as the market writes it
 * @param kind whether orders are taken there
 * @param region the wider region shown to users (NR, WR … in India, the country in Europe)
 */
public record BidArea(String marketCode, String code, String name, Kind kind, String region) {
  /** What an area is to its market. */
  public enum Kind {
    /** Takes orders. */
    BIDDING,
    /** A neighbour beyond the market's border; exchanges only. */
    EXTERNAL,
    /** A published index without a place, such as the Italian PUN. */
    INDEX,
    /** The market as a whole: its clearing price and its totals. No orders. */
    TOTAL
  }
}

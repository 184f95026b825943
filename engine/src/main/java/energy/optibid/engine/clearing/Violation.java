package energy.optibid.engine.clearing;

/**
 * One broken rule in a result.
 *
 * @param subject the zone, link, order or block concerned
 * @param explanation one sentence with the figures
 */
public record Violation(Rule rule, String subject, String explanation) {
  /** The rules a result must keep. */
  public enum Rule {
    /** The result lists exactly the zones, links, orders and steps of the problem. */
    COMPLETE,
    /** Quantities are multiples of the lot, between zero and the offer. */
    LOT,
    /** Each zone's accepted supply − demand equals its flows out and fixed exports. */
    BALANCE,
    /** Flows stay within their limits. */
    FLOW_LIMIT,
    /** Open links have equal prices; a binding one runs from low to high. */
    FLOW_PRICE,
    /** Flows that prices leave open minimise Σ flow²/capacity. */
    FLOW_SHARE,
    /** Nobody is accepted at a loss or left out at a gain. */
    FILL_PRICE,
    /** Traded volume at the price is maximal. */
    VOLUME,
    /** Equal price: pro rata by submitted volume, largest remainder to the lot. */
    PRO_RATA,
    /** The interval is exactly the set of supporting prices and the price is the tie rule's. */
    PRICE_INTERVAL,
    /** Welfare, sums, marginal orders, reasons and flags say what the allocation says. */
    STATEMENT,
    /** Blocks: ratios between minimum and one, at most the parent's, at most one in a group. */
    BLOCK_RATIO,
    /** No accepted block loses, its children's gains counted. */
    BLOCK_LOSS,
    /** A partly accepted block gains nothing where the market says so. */
    AT_THE_MONEY,
    /** A complex order that stays earns its minimum income. */
    MINIMUM_INCOME,
    /** An order's power changes by its load gradient at most, and as its owner would have it. */
    LOAD_GRADIENT,
    /** A link's flow changes by its ramp at most, and as prices would have it. */
    RAMP,
    /** No critical branch carries more than its margin. */
    CRITICAL_BRANCH,
    /** A search that says optimal leaves no gap. */
    OPTIMALITY
  }
}

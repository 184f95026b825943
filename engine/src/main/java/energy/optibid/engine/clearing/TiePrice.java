package energy.optibid.engine.clearing;

/** Which price of the interval that supports an allocation is published (MARKET-RULES §3.2). */
public enum TiePrice {
  /**
   * The middle of the interval, per zone, rounded down to 10⁻⁴: the one rounding point of a price.
   * It stays inside the interval and keeps prices equal across links that are not congested.
   */
  MIDPOINT,
  /** The lower end. */
  LOWEST,
  /** The upper end. */
  HIGHEST
}

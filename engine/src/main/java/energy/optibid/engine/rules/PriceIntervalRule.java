package energy.optibid.engine.rules;

/** Which price is published where a whole interval of prices supports the same allocation. */
public enum PriceIntervalRule {
  /** The middle of the interval. */
  MIDPOINT,
  /** Its lower end: the price of the dearest accepted sale where all that was accepted is met. */
  LOWEST,
  /** Its upper end. */
  HIGHEST
}

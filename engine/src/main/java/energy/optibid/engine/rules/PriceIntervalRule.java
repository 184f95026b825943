package energy.optibid.engine.rules;

/** Which price is published where a whole interval of prices supports the same allocation. */
public enum PriceIntervalRule {
  /** The middle of the interval. */
  MIDPOINT,
  /** The lower end of the interval. */
  LOWEST,
  /** The upper end of the interval. */
  HIGHEST
}

package energy.optibid.engine.simulation;

/** The market segments of the simulated exchange, each with order books of its own. */
public enum Segment {
  /** Day-ahead market. */
  DAM,
  /** Green day-ahead market: only wind, solar and hydro sell. */
  GDAM,
  /** High-price day-ahead market: only dear gas and imported coal sell. */
  HPDAM,
  /** Real-time market: what the day-ahead forecast missed. */
  RTM
}

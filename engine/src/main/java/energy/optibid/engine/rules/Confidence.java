package energy.optibid.engine.rules;

/** How sure we are of one figure of a rule pack; shown beside the figure wherever it is used. */
public enum Confidence {
  /** Recomputed from real market data. */
  VERIFIED,
  /** A named source says so. */
  SOURCE,
  /** Taken from secondary material and not checked. */
  UNVERIFIED
}

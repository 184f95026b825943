package energy.optibid.engine.rules;

/** How the normal rate is found where one of its three parts is missing. */
public enum NormalRateFallback {
  /** The largest of the parts that are known; none where neither area price is. */
  LARGEST_KNOWN,
  /** None, and what needs it waits. */
  NONE
}

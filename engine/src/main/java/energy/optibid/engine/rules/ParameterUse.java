package energy.optibid.engine.rules;

/** What an auction design makes of a parameter. */
public enum ParameterUse {
  /** On every day the pack covers. */
  REQUIRED,
  /** On every day, for each contract the pack names: {@code gate_opening.weekly}. */
  PER_CONTRACT,
  /** May be absent; where it is there, its periods follow each other without a gap. */
  OPTIONAL,
  /** Means nothing there and is refused. */
  UNUSED
}

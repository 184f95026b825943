package energy.optibid.engine.rules;

/** Which band a deviation falls in when what its percentage is of is zero. */
public enum ZeroScheduleRule {
  /** All of it is within the first limit. */
  FIRST_BAND,
  /** All of it is beyond the second limit. */
  BEYOND
}
